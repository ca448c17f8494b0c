import type { Thread } from './seed-thread';

/** What customers who write French talk about. */
export const FRENCH: readonly Thread[] = [
  {
    opening: "Bonjour, je voudrais changer l'adresse de livraison de la commande {order}.",
    more: 'Nous déménageons jeudi, ce serait bien avant.',
    reply: 'Bonjour, c’est fait : la commande part demain à votre nouvelle adresse.',
    answer: 'Parfait, merci beaucoup !',
  },
  {
    opening: "Bonjour, j'ai été débitée deux fois pour la commande {order}.",
    more: 'Je vois toujours les deux montants sur mon relevé.',
    reply:
      'Je les vois aussi. L’un des deux est une simple réservation, elle disparaît sous 48 heures.',
    answer: 'Elle a disparu ce matin, merci.',
    note: 'Double authorisation, nothing to refund. Will drop off by itself.',
  },
  {
    opening:
      'Ma facture du mois dernier est à l’ancien nom de la société. Pouvez-vous la corriger ?',
    reply: 'Bien sûr. La facture corrigée est dans votre espace client, et l’ancienne est annulée.',
    answer: 'C’est exactement ce qu’il me fallait.',
  },
  {
    opening: "Impossible de me connecter depuis la mise à jour de l'application.",
    more: 'L’écran reste blanc après le mot de passe.',
    reply:
      'Merci de nous l’avoir signalé. La version 8.4.1 corrige ce problème, elle est disponible depuis ce matin.',
    answer: 'Ça remarche, merci !',
  },
  {
    opening: 'Le colis est indiqué comme livré, mais je n’ai rien reçu.',
    more: 'Les voisins n’ont rien non plus.',
    reply:
      'J’ai ouvert une enquête auprès du transporteur. Sans réponse d’ici demain midi, nous renvoyons le tout.',
    answer: 'D’accord, je vous tiens au courant.',
    note: 'Investigation 77-{order} open with the carrier. Resend tomorrow at noon.',
  },
  {
    opening: 'Combien de temps ai-je pour renvoyer un article soldé ?',
    reply: 'Trente jours, comme pour tous les autres articles, et le retour est gratuit.',
    answer: 'Merci pour la réponse rapide.',
  },
  {
    opening: 'Mon remboursement de {amount} n’est toujours pas arrivé.',
    reply: 'Il est parti hier soir ; votre banque devrait l’afficher demain au plus tard.',
    answer: 'Bien reçu.',
  },
];

/** What customers who write German talk about. */
export const GERMAN: readonly Thread[] = [
  {
    opening: 'Guten Tag, wo finde ich die Rechnung zur Bestellung {order}?',
    more: 'Ich brauche sie bis Freitag für die Steuer.',
    reply:
      'Guten Tag, sie liegt unter Konto, Rechnungen. Eine Kopie ist gerade per E-Mail an Sie gegangen.',
    answer: 'Angekommen, besten Dank.',
  },
  {
    opening: 'Das Paket sollte gestern kommen, die Sendungsverfolgung steht seit zwei Tagen still.',
    reply: 'Das tut mir leid. Es lag im falschen Depot und wird heute bis 18 Uhr zugestellt.',
    answer: 'Ist da, danke fürs Nachfragen!',
    note: 'Depot Kassel had it by mistake. Carrier confirms today.',
  },
  {
    opening: 'Die App stürzt ab, sobald ich ein Foto hochlade.',
    more: 'Neu installiert habe ich sie schon.',
    reply: 'Danke für den Hinweis. Das passiert bei sehr großen Fotos; Version 8.4.1 behebt es.',
    answer: 'Jetzt geht es.',
  },
  {
    opening: 'Ich möchte meinen Vertrag zum Monatsende kündigen.',
    reply: 'Das ist eingetragen. Bis zum letzten Tag des Monats bleibt alles, wie es ist.',
    answer: 'Vielen Dank für die unkomplizierte Hilfe.',
  },
  {
    opening: 'Mir wurden {amount} zu viel abgebucht.',
    more: 'Laut Bestätigung galt der Gutschein für die ganze Bestellung {order}.',
    reply:
      'Sie haben recht, der Gutschein wurde nicht berücksichtigt. Ich habe den Betrag zurückgebucht.',
    answer: 'Super, danke.',
    note: 'Voucher bug with gift wrapping. Refunded by hand.',
  },
  {
    opening: 'Der Anmeldecode kommt nicht an, weder per SMS noch per E-Mail.',
    reply: 'Ich habe Ihre Nummer neu bestätigt. Versuchen Sie es bitte noch einmal.',
    answer: 'Jetzt kam er sofort.',
  },
];

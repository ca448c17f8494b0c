import type { Thread } from './seed-thread';
import { ARABIC, DUTCH, SPANISH } from './seed-threads-abroad';
import { ENGLISH } from './seed-threads-english';
import { FRENCH, GERMAN } from './seed-threads-nearby';

export const SPOKEN = ['en', 'fr', 'nl', 'de', 'es', 'ar'] as const;
export type Spoken = (typeof SPOKEN)[number];

export const THREADS: Record<Spoken, readonly Thread[]> = {
  en: ENGLISH,
  fr: FRENCH,
  nl: DUTCH,
  de: GERMAN,
  es: SPANISH,
  ar: ARABIC,
};

/** What customers write when they have waited for long. */
export const CHASERS: Record<Spoken, readonly string[]> = {
  en: ['Any news?', 'Still waiting here…', 'Could somebody have a look, please?', 'Hello? 👋'],
  fr: ['Toujours pas de nouvelles ?', 'Vous avez pu regarder ?', 'Je reste dans l’attente.'],
  nl: ['Is er al nieuws?', 'Kan iemand hier even naar kijken?'],
  de: ['Gibt es schon etwas Neues?', 'Ich warte noch auf eine Antwort.'],
  es: ['¿Hay alguna novedad?', 'Sigo esperando, por favor.'],
  ar: ['هل من جديد؟', 'ما زلت بانتظار الرد.'],
};

/** What customers write when they were answered and have more to say. */
export const ANSWERS: Record<Spoken, readonly string[]> = {
  en: [
    'Thanks! One more thing: does this also go for my other order?',
    'That did not help, sorry.',
    'Thank you, I will try that now.',
  ],
  fr: [
    'Merci ! Encore une question : et pour mon autre commande ?',
    'Malheureusement, cela ne marche pas.',
  ],
  nl: ['Bedankt! Geldt dat ook voor mijn andere bestelling?', 'Dat heeft helaas niet geholpen.'],
  de: ['Danke! Gilt das auch für meine andere Bestellung?', 'Das hat leider nicht geholfen.'],
  es: ['¡Gracias! ¿Vale también para mi otro pedido?', 'Por desgracia no ha funcionado.'],
  ar: ['شكراً! هل ينطبق هذا على طلبي الآخر أيضاً؟', 'للأسف لم ينجح ذلك.'],
};

/** Which of the six languages a language value such as `fr-BE` means; English if none of them. */
export function spokenOf(language: string | undefined): Spoken {
  const begins = language?.slice(0, 2).toLowerCase();
  return SPOKEN.find((spoken) => spoken === begins) ?? 'en';
}

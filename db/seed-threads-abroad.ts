import type { Thread } from './seed-thread';

/** What customers who write Dutch talk about. */
export const DUTCH: readonly Thread[] = [
  {
    opening: 'Hallo, mijn bestelling {order} zou gisteren geleverd worden. Waar blijft ze?',
    more: 'Ik ben vandaag enkel voor de middag thuis.',
    reply: 'Sorry voor het wachten. Het pakket ligt op de wagen en komt vandaag voor 12 uur.',
    answer: 'Net aangekomen, bedankt!',
  },
  {
    opening: 'Ik kan niet meer inloggen sinds ik een nieuwe telefoon heb.',
    reply:
      'Ik heb de koppeling met je oude telefoon verwijderd. Log nu één keer in met je e-mailadres.',
    answer: 'Gelukt, dank je wel.',
    note: 'Identity checked by phone.',
  },
  {
    opening: 'Er staat {amount} te veel op mijn factuur van deze maand.',
    more: 'De korting voor het jaarabonnement ontbreekt.',
    reply: 'Dat klopt, de korting was vergeten. Je krijgt vandaag een nieuwe factuur.',
    answer: 'Top, bedankt.',
  },
  {
    opening: 'Kan ik de grijze zetel nog ruilen voor de groene? Bestelling {order}.',
    reply: 'Dat kan nog: ze wordt pas volgende week ingepakt. Ik heb het aangepast.',
    answer: 'Heel fijn!',
  },
  {
    opening: 'De app toont nog altijd de prijzen van vorig jaar.',
    more: 'Ook nadat ik ze opnieuw heb geïnstalleerd.',
    reply: 'Bedankt om het te melden. We hebben het aangepast; sluit de app even helemaal af.',
    answer: 'Nu klopt het.',
  },
];

/** What customers who write Spanish talk about. */
export const SPANISH: readonly Thread[] = [
  {
    opening: 'Hola, ¿dónde está mi pedido {order}? Tenía que llegar el lunes.',
    more: 'La página de seguimiento no cambia desde el sábado.',
    reply: 'Disculpe la espera. El transportista lo entrega hoy antes de las ocho.',
    answer: 'Ya llegó, muchas gracias.',
  },
  {
    opening: 'No puedo entrar en mi cuenta, dice que la contraseña no es válida.',
    reply: 'Le he enviado un enlace para elegir una nueva. Caduca en una hora.',
    answer: '¡Perfecto, ya puedo entrar!',
  },
  {
    opening: 'Me han cobrado {amount} dos veces.',
    more: 'Aquí tengo los dos cargos, del mismo día.',
    reply: 'Lo veo. He devuelto uno de los dos; tarda uno o dos días en aparecer.',
    answer: 'Gracias por la rapidez.',
    note: 'Refunded the second charge, same card.',
  },
  {
    opening: 'Necesito una factura a nombre de mi empresa para el pedido {order}.',
    reply: 'Ya está en su cuenta, con los datos de la empresa.',
    answer: 'Excelente, gracias.',
  },
  {
    opening: 'Quiero cambiar la talla antes de que salga el paquete.',
    more: 'Una M en lugar de una S, por favor.',
    reply: 'Hecho: sale mañana en la talla M.',
    answer: '¡Genial!',
  },
];

/** What customers who write Arabic talk about. */
export const ARABIC: readonly Thread[] = [
  {
    opening: 'مرحباً، لم يصل طلبي رقم {order} بعد، وكان موعده أمس.',
    more: 'حالة الشحن لم تتغير منذ يومين.',
    reply: 'نعتذر عن التأخير. الطلب مع المندوب وسيصلك اليوم قبل السادسة مساءً.',
    answer: 'وصل الطلب، شكراً جزيلاً.',
  },
  {
    opening: 'لا أستطيع تسجيل الدخول إلى حسابي منذ التحديث الأخير.',
    reply: 'أعدنا تفعيل حسابك. من فضلك حاول مرة أخرى الآن.',
    answer: 'تم، شكراً لكم.',
  },
  {
    opening: 'تم خصم المبلغ {amount} مرتين من بطاقتي.',
    more: 'أرجو المساعدة في أقرب وقت.',
    reply: 'أحد المبلغين حجز مؤقت وسيعود خلال يومين. تابعنا الأمر مع البنك.',
    answer: 'عاد المبلغ، شكراً.',
    note: 'Authorisation only, bank informed.',
  },
  {
    opening: 'أحتاج إلى فاتورة باسم الشركة للطلب {order}.',
    reply: 'أرسلنا الفاتورة إلى بريدك الإلكتروني.',
    answer: 'استلمتها، شكراً.',
  },
];

import { type Spoken, spokenOf } from './seed-threads';

/** A customer of the demo: `language` as a channel tells it, `country` as a colleague writes it. */
export type DemoContact = {
  name: string;
  spoken: Spoken;
  language: string;
  country: string;
  /** How the country's phone numbers begin. */
  dial: string;
};

type Home = { language: string; country: string; dial: string; names: string };

const HOMES: readonly Home[] = [
  {
    language: 'fr-BE',
    country: 'Belgium',
    dial: '+32 47',
    names: 'Léa Fontaine, Mathéo Lambert, Éloïse Vandenbroucke, Bastien Dumoulin, Inès Claes',
  },
  {
    language: 'fr-FR',
    country: 'France',
    dial: '+33 6',
    names:
      'Amélie Roy, Théo Marchand, Zoé Giraud 🌻, Hugo Lefèvre, Maëlys Charpentier, Yanis Perrin',
  },
  { language: 'fr-CA', country: 'Canada', dial: '+1 514', names: 'Félix Gagnon, Océane Tremblay' },
  { language: 'fr-SN', country: 'Senegal', dial: '+221 77', names: 'Awa Diop, Moussa Ndiaye' },
  {
    language: 'nl-BE',
    country: 'Belgium',
    dial: '+32 48',
    names: 'Wout De Smet, Lotte Peeters, Jef Vermeulen, Fien Claeys, Senne Maes',
  },
  {
    language: 'nl-NL',
    country: 'Netherlands',
    dial: '+31 6',
    names: 'Sanne de Vries, Daan Bakker, Femke van den Berg, Bram Visser, Lieke Jansen, Sem Mulder',
  },
  {
    language: 'de-DE',
    country: 'Germany',
    dial: '+49 151',
    names:
      'Jonas Weber, Annika Schäfer, Lukas Brandt, Mia Hoffmann, Jürgen Groß, Clara Neumann, Tim Vogel, Leonie Kühn, Emre Yıldız',
  },
  {
    language: 'de-AT',
    country: 'Austria',
    dial: '+43 664',
    names: 'Valentin Gruber, Johanna Wallner',
  },
  { language: 'de-CH', country: 'Switzerland', dial: '+41 79', names: 'Reto Bühler, Nina Ammann' },
  {
    language: 'es-ES',
    country: 'Spain',
    dial: '+34 6',
    names:
      'Lucía Ortega, Iñaki Etxeberria, Carmen Navarro, Álvaro Gil, María del Pilar Inmaculada Concepción Fernández de Córdoba y Álvarez de Toledo-Hohenlohe',
  },
  {
    language: 'es-MX',
    country: 'Mexico',
    dial: '+52 55',
    names: 'Ximena Hernández, Diego Ramírez, Guadalupe Soto',
  },
  {
    language: 'es-AR',
    country: 'Argentina',
    dial: '+54 11',
    names: 'Martina Acosta, Joaquín Rossi',
  },
  {
    language: 'es-CO',
    country: 'Colombia',
    dial: '+57 30',
    names: 'Valeria Muñoz, Andrés Caicedo',
  },
  { language: 'ar-EG', country: 'Egypt', dial: '+20 10', names: 'محمود عبد الرحمن, ياسمين الشريف' },
  {
    language: 'ar-MA',
    country: 'Morocco',
    dial: '+212 6',
    names: 'فاطمة الزهراء بناني, Karim El Fassi',
  },
  {
    language: 'ar-AE',
    country: 'United Arab Emirates',
    dial: '+971 50',
    names: 'خالد المنصوري, نورة',
  },
  {
    language: 'en-GB',
    country: 'United Kingdom',
    dial: '+44 77',
    names:
      'Harriet Ainsworth, Callum Fraser, Imogen Clarke, Rhys Llewellyn, Zainab Hussain, George Whitfield, Poppy 🐝, Niall Sutherland, Chidi Okafor',
  },
  {
    language: 'en-IE',
    country: 'Ireland',
    dial: '+353 87',
    names: 'Aoife Ní Bhriain, Cormac O’Sullivan',
  },
  {
    language: 'en-US',
    country: 'United States',
    dial: '+1 415',
    names:
      'Marcus Bell, Destiny Coleman, Tyler Nguyen, Abigail Stone, Jamal Whitaker, Grace Kim, Owen Castellano, Bo Li, Savannah Reed, Hank Mueller',
  },
  {
    language: 'en-IN',
    country: 'India',
    dial: '+91 98',
    names: 'Priya Nair, Arjun Mehta, Ananya Krishnamurthy, प्रिया शर्मा, Rohan Kulkarni',
  },
  {
    language: 'en-NG',
    country: 'Nigeria',
    dial: '+234 80',
    names: 'Adaeze Nwosu, Tunde Bakare, Folake Adeyemi',
  },
  {
    language: 'en-AU',
    country: 'Australia',
    dial: '+61 4',
    names: 'Lachlan Murray, Matilda Hughes, Kirra Thompson',
  },
  { language: 'en', country: 'Japan', dial: '+81 90', names: '山田 太郎, 佐藤 さくら, Kenji Ito' },
  { language: 'en', country: 'China', dial: '+86 13', names: 'Chen Wei, 王芳' },
  { language: 'en', country: 'South Korea', dial: '+82 10', names: '김서연, Park Jihoon' },
  {
    language: 'en',
    country: 'Ukraine',
    dial: '+380 67',
    names: 'Олена Шевченко, Bohdan Kovalenko',
  },
  {
    language: 'en',
    country: 'Poland',
    dial: '+48 60',
    names: 'Agnieszka Wiśniewska, Paweł Zając, Łukasz Król',
  },
  { language: 'en', country: 'Sweden', dial: '+46 70', names: 'Oskar Lind, Åsa Öberg' },
  { language: 'en', country: 'Greece', dial: '+30 69', names: 'Ελένη Παπαδοπούλου, Nikos Andreou' },
  { language: 'en', country: 'Israel', dial: '+972 54', names: 'נועה לוי, Eitan Mizrahi' },
  {
    language: 'en',
    country: 'Vietnam',
    dial: '+84 90',
    names: 'Nguyễn Thị Minh Khai, Trần Quốc Bảo',
  },
  {
    language: 'en',
    country: 'Brazil',
    dial: '+55 11',
    names: 'João Pedro Azevedo, Beatriz Conceição',
  },
  { language: 'en', country: 'Italy', dial: '+39 34', names: 'Giulia Ferraro, Nicolò D’Amico' },
  { language: 'en', country: 'Türkiye', dial: '+90 53', names: 'Elif Şahin, Ömer Çelik' },
  { language: 'en', country: 'Kenya', dial: '+254 72', names: 'Wanjiru Kamau, Brian Otieno' },
  { language: 'en', country: 'Iceland', dial: '+354 6', names: 'Sigríður Þórðardóttir' },
  {
    language: 'en',
    country: 'Philippines',
    dial: '+63 91',
    names: 'Maricel Santos, Jun-jun dela Cruz',
  },
];

/** The customers of the demo, by home. */
export const DEMO_CONTACTS: readonly DemoContact[] = HOMES.flatMap(
  ({ language, country, dial, names }) =>
    names.split(', ').map((name) => ({
      name,
      spoken: spokenOf(language),
      language,
      country,
      dial,
    })),
);

/** The contact's address at a made-up provider; names that ASCII cannot write become a number. */
export function demoEmail(name: string, number: number): string {
  const written = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .trim()
    .toLowerCase()
    .split(/ +/)
    .slice(0, 3)
    .join('.');
  return `${written === '' ? `customer-${number}` : written}@example.com`;
}

/** What is most often said of a skipped conversation; anything else is written. */
export const SKIP_REASONS = [
  'I do not speak the language',
  'I do not know this area',
  'It needs more time than I have now',
  'A colleague knows this customer',
] as const;

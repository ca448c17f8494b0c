import type { AttributeValue } from '@/lib/attributes/attribute';
import type { AskedWord } from './asked-word';
import { relevanceOf } from './relevance';
import { findableWords } from './words';

/** One thing known of a contact; the external id has no attribute. */
export type CardField = { attribute: string | null; text: string; setAt: number };

/** What a contact is called and reached by. */
const IDENTITY: ReadonlySet<string | null> = new Set([null, 'name', 'email', 'phone']);

/** What is findable of a contact: its external id, and every value that is written in words or digits. */
export function cardOf(contact: {
  externalId: string;
  values: Readonly<Record<string, AttributeValue>>;
}): CardField[] {
  const fields = Object.entries(contact.values).flatMap(([attribute, { value, setAt }]) =>
    typeof value === 'boolean' ? [] : [{ attribute, text: String(value), setAt }],
  );
  return [{ attribute: null, text: contact.externalId, setAt: 0 }, ...fields];
}

/** The words of a card, field by field. */
export const cardWords = (card: readonly CardField[]) =>
  card.flatMap(({ text }) => findableWords(text));

/**
 * How well a card answers what is asked, and the field that says most of it; null unless every word
 * is on it. `isIdentity` when what the contact is called and reached by has them all.
 */
export function cardHit(
  card: readonly CardField[],
  asked: readonly AskedWord[],
): { relevance: number; isIdentity: boolean; field: CardField } | null {
  const identity = card.filter(({ attribute }) => IDENTITY.has(attribute));
  const asIdentity = relevanceOf(cardWords(identity), asked);
  const relevance = asIdentity ?? relevanceOf(cardWords(card), asked);
  if (relevance === null) return null;
  let field: CardField | undefined;
  let most = 0;
  for (const one of asIdentity === null ? card : identity) {
    const words = findableWords(one.text);
    const met = asked.filter((word) => relevanceOf(words, [word]) !== null).length;
    if (met > most) {
      most = met;
      field = one;
    }
  }
  return field ? { relevance, isIdentity: asIdentity !== null, field } : null;
}

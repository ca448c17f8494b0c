import type {
  Attribute,
  Attributes,
  AttributeValue,
  Format,
  Scalar,
} from '@/lib/attributes/attribute';
import { operandKind, operatorsFor } from '@/lib/segments/offered';
import { OPERATORS, type Operator } from '@/lib/segments/operator';
import type { Condition, Segment } from '@/lib/segments/segment';
import { randomFrom } from './random';

/** How often each operator is chosen among those that its attribute offers, in any unit. */
export type OperatorMix = Readonly<Partial<Record<Operator, number>>>;

/** Mostly what tells few contacts from many: a segment that half of all match says little. */
export const DEFAULT_MIX: OperatorMix = {
  eq: 34,
  ne: 3,
  gt: 5,
  gte: 5,
  lt: 4,
  lte: 4,
  contains: 9,
  notContains: 1,
  beginsWith: 10,
  endsWith: 5,
  anyOf: 16,
  notEmpty: 3,
  isEmpty: 1,
};

export type MatchDesk = {
  attributes: Attributes;
  segments: Segment[];
  contacts: Map<string, AttributeValue>[];
  /** One value of one contact each; null where it goes. */
  changes: { contact: number; attribute: string; value: AttributeValue | null }[];
};

type Draw = (random: () => number) => Scalar;

const KNOWN = 0.85;
const DAY_MS = 86_400_000;
const FIRST_DAY_MS = 1_300_000_000_000;

/** Twenty attributes with values as a desk has them: some from few words, some from many. */
const DRAWN: readonly [key: string, format: Format, draw: Draw][] = [
  ['country', 'text', oneOf('Country', 60)],
  ['language', 'text', oneOf('Language', 24)],
  ['city', 'text', oneOf('City', 300)],
  ['loyalty', 'text', oneOf('Level', 5)],
  ['platform', 'text', oneOf('Platform', 6)],
  ['plan', 'text', oneOf('Plan', 8)],
  ['referrer', 'text', (r) => `https://site${whole(r, 60)}.example/`],
  ['page', 'text', (r) => `https://shop.example/section${whole(r, 40)}/product${whole(r, 2_000)}`],
  ['name', 'text', (r) => `First${whole(r, 200)} Last${whole(r, 500)}`],
  ['email', 'text', (r) => `person${whole(r, 10_000)}@mail${whole(r, 80)}.example`],
  ['phone', 'text', (r) => `+${10 + whole(r, 60)} ${100_000 + whole(r, 900_000)}`],
  ['followers', 'number', (r) => Math.floor(r() ** 4 * 100_000)],
  ['orders', 'number', (r) => whole(r, 200)],
  ['lifetime_value', 'number', (r) => whole(r, 2_000_000) / 100],
  ['open_invoices', 'number', (r) => whole(r, 10)],
  ['satisfaction', 'number', (r) => 1 + whole(r, 10)],
  ['customer_since', 'date', (r) => day(whole(r, 5_000))],
  ['renewal', 'date', (r) => day(5_000 + whole(r, 700))],
  ['vip', 'boolean', (r) => r() < 0.1],
  ['consent', 'boolean', (r) => r() < 0.6],
];

/** A desk to match on; the same seed makes the same one. */
export function matchDesk(wanted: {
  segments: number;
  contacts: number;
  changes: number;
  seed: number;
  mix: OperatorMix;
  /** The share of segments joined by any, from 0 to 1. */
  any: number;
}): MatchDesk {
  const random = randomFrom(wanted.seed);
  const make = <T>(count: number, one: (place: number) => T) =>
    Array.from({ length: count }, (_, place) => one(place));
  return {
    attributes: new Map(DRAWN.map((drawn, place) => [drawn[0], attributeOf(drawn, place)])),
    segments: make(wanted.segments, (place) => segmentOf(place, wanted, random)),
    contacts: make(wanted.contacts, () => {
      const known = DRAWN.filter(() => random() < KNOWN);
      return new Map(known.map(([key, , draw]) => [key, written(draw(random))]));
    }),
    changes: make(wanted.changes, () => {
      const [attribute, , draw] = pick(DRAWN, random);
      const value = random() < KNOWN ? written(draw(random)) : null;
      return { contact: whole(random, wanted.contacts), attribute, value };
    }),
  };
}

/** A mix such as `eq=30,contains=8`, or the default. Throws for what is no operator or no weight. */
export function mixOption(options: ReadonlyMap<string, string>): OperatorMix {
  const text = options.get('mix');
  if (text === undefined) return DEFAULT_MIX;
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [word, weight] = part.split('=');
      const operator = OPERATORS.find((known) => known === word);
      if (!operator || !(Number(weight) > 0))
        throw new Error(`--mix: ${part} is not OPERATOR=WEIGHT.`);
      return [operator, Number(weight)];
    }),
  );
}

function attributeOf([key, format]: (typeof DRAWN)[number], position: number): Attribute {
  return { key, label: key, format, manager: 'agent', enabled: true, standard: false, position };
}

/** One to four conditions. */
function segmentOf(
  place: number,
  { mix, any }: { mix: OperatorMix; any: number },
  random: () => number,
): Segment {
  return {
    id: `segment-${place}`,
    name: `Segment ${place}`,
    join: random() < any ? 'any' : 'all',
    conditions: Array.from({ length: 1 + whole(random, 4) }, () => conditionOf(mix, random)),
  };
}

function conditionOf(mix: OperatorMix, random: () => number): Condition {
  const [attribute, format, draw] = pick(DRAWN, random);
  const offered = operatorsFor({ format, manager: 'agent' });
  const operator = weighted(
    offered.filter((one) => mix[one]),
    mix,
    random,
  );
  // A mix may have nothing that this attribute offers.
  if (!operator) return conditionOf(mix, random);
  const operand = () => operandOf(operator, drawFor(operator, draw, random), random);
  switch (operandKind(operator)) {
    case 'none':
      return { attribute, operator };
    case 'one':
      return { attribute, operator, operand: operand() };
    case 'list':
      return {
        attribute,
        operator,
        operand: Array.from({ length: 2 + whole(random, 4) }, operand),
      };
  }
}

/** A threshold is set where it tells the few: the farthest of three. */
function drawFor(operator: Operator, draw: Draw, random: () => number): Scalar {
  if (!/^[gl]te?$/.test(operator)) return draw(random);
  const drawn = [draw(random), draw(random), draw(random)].sort((a, b) => (a < b ? -1 : 1));
  return (operator.startsWith('g') ? drawn.at(-1) : drawn[0]) ?? draw(random);
}

function operandOf(operator: Operator, value: Scalar, random: () => number): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  const length = Math.min(text.length, 3 + whole(random, 8));
  const from = whole(random, text.length - length + 1);
  if (operator === 'beginsWith') return text.slice(0, length).trim();
  if (operator === 'endsWith') return text.slice(-length).trim();
  if (/contains/i.test(operator)) return text.slice(from, from + length).trim();
  return text;
}

function weighted(
  operators: readonly Operator[],
  mix: OperatorMix,
  random: () => number,
): Operator | undefined {
  let left = random() * operators.reduce((sum, operator) => sum + (mix[operator] ?? 0), 0);
  return operators.find((operator) => {
    left -= mix[operator] ?? 0;
    return left < 0;
  });
}

function written(value: Scalar): AttributeValue {
  return { value, source: 'agent', setAt: 0 };
}

function oneOf(word: string, count: number): Draw {
  return (random) => `${word}${whole(random, count)}`;
}

function pick<T>(list: readonly T[], random: () => number): T {
  const picked = list[whole(random, list.length)];
  if (picked === undefined) throw new Error('Nothing to pick from.');
  return picked;
}

function whole(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

function day(number: number): string {
  return new Date(FIRST_DAY_MS + number * DAY_MS).toISOString().slice(0, 10);
}

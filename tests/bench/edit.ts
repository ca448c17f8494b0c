import type { Attribute, AttributeValue, ContactValues, Scalar } from '@/lib/attributes/attribute';
import { compileSegment } from '@/lib/segments/evaluate';
import type { Condition, Segment } from '@/lib/segments/segment';
import { type Benchmark, numberOption, type Report, type Row, sizesOption } from './benchmark';
import { editedDesk } from './edit-desk';
import { matchingContacts } from './matching-contacts';
import { randomFrom } from './random';
import { times } from './rank';
import { measureInRounds, microseconds } from './rounds';
import { spreadOf } from './spread';

type Random = () => number;
type Fact = { key: string; format: Attribute['format']; of: (place: number, r: Random) => Scalar };

const upTo = (most: number, random: Random) => Math.floor(random() * most);
/** Few values, many, and one for each contact. */
const FACTS: readonly Fact[] = [
  { key: 'country', format: 'text', of: (_, r) => `Country ${upTo(60, r)}` },
  { key: 'spent', format: 'number', of: (_, r) => upTo(20_000, r) },
  { key: 'email', format: 'text', of: (place, r) => `p${place}@mail${upTo(80, r)}.example` },
];
const ATTRIBUTES = new Map(
  FACTS.map(({ key, format }, position): [string, Attribute] => [
    key,
    { key, label: key, format, manager: 'agent', enabled: true, standard: false, position },
  ]),
);

const anyOf = (...countries: number[]): Condition => ({
  attribute: 'country',
  operator: 'anyOf',
  operand: countries.map((n) => `country ${n}`),
});
const spent = (least: number): Condition => ({
  attribute: 'spent',
  operator: 'gte',
  operand: `${least}`,
});
const mail = (n: number): Condition => ({
  attribute: 'email',
  operator: 'endsWith',
  operand: `@mail${n}.example`,
});

/** A segment before and after an edit. */
const EDITS: readonly { what: string; before: Condition[]; after: Condition[] }[] = [
  {
    what: 'few values, a threshold',
    before: [anyOf(1, 2, 3), spent(15_000)],
    after: [anyOf(1, 2, 3, 4), spent(14_000)],
  },
  { what: 'a value each', before: [mail(7)], after: [mail(8)] },
];
const segmentOf = (conditions: Condition[]): Segment => ({
  id: 'edited',
  name: 'Edited',
  join: 'all',
  conditions,
});

/** One segment's conditions change, there and back: who comes and who leaves is found for all contacts. */
async function edit(options: ReadonlyMap<string, string>): Promise<Report> {
  const sizes = sizesOption(options, 'sizes', [100_000, 1_000_000]);
  const folds = sizesOption(options, 'folds', [100_000]);
  const seed = numberOption(options, 'seed', 1);
  const rounds = numberOption(options, 'rounds', 7);
  const rows: Row[] = [];
  for (const size of sizes) {
    const contacts = contactsOf(size, seed);
    for (const { what, before, after } of EDITS) {
      const [there, back] = [segmentOf(after), segmentOf(before)];
      const ways = [overColumns(contacts, back), closureEach(contacts, back)];
      const [ours, theirs] = ways.map(({ edit }) => [edit(there), edit(back)]);
      if (`${ours}` !== `${theirs}`) throw new Error(`Found ${ours} and ${theirs} to flip.`);
      const subjects = ways.map((way) => ({
        name: way.name,
        once: (turn: number) => way.edit(turn % 2 === 0 ? there : back),
      }));
      const [own, plain] = await measureInRounds(subjects, { rounds, batchMs: 20 });
      rows.push([
        size.toLocaleString('en'),
        what,
        `${ours?.[0]?.toLocaleString('en')}`,
        `${microseconds(own?.spread.median ?? 0)} (${microseconds(own?.spread.min ?? 0)}–${microseconds(own?.spread.max ?? 0)})`,
        `${microseconds(plain?.spread.median ?? 0)} (${times(plain?.ratio ?? 0)})`,
      ]);
    }
  }
  for (const size of folds) {
    const desk = editedDesk(contactsOf(size, seed), ATTRIBUTES, segmentOf(EDITS[0]?.before ?? []));
    const took: number[] = [];
    for (let turn = 0; turn < rounds * 2; turn += 1) {
      const { before = [], after = [] } = EDITS[0] ?? {};
      const start = performance.now();
      desk.save(segmentOf(turn % 2 === 0 ? after : before));
      took.push((performance.now() - start) * 1_000);
    }
    const { median, min, max } = spreadOf(took);
    const whole = `${microseconds(median)} (${microseconds(min)}–${microseconds(max)})`;
    const flipped = desk.flipped.toLocaleString('en');
    rows.push([size.toLocaleString('en'), 'the first, folded and ranked', flipped, whole, '']);
  }
  return {
    title: "Edit: a segment's conditions change",
    columns: ['contacts', 'edit', 'flip', 'Frontrow (fastest–slowest)', 'a closure per contact'],
    rows,
    notes: [
      'Microseconds an edit, the median of the rounds; × is how many times our time. Both find how many contacts come and leave, and were checked to find as many.',
      'Ours asks the old conditions and the new ones of each different value once, and then only reads codes; where everybody has a value of their own, it asks them of each, as the closure does.',
      'Folded and ranked is the whole of what a saved segment does to memory: a conversation of each contact is queued, the segment is high-priority, and all who flip are given their new place. It is atomic to views, so it is done in one piece: with a million conversations it holds the loop for as many times longer.',
    ],
  };
}

type Contacts = Map<string, AttributeValue>[];

function contactsOf(size: number, seed: number): Contacts {
  const random = randomFrom(seed);
  return Array.from(
    { length: size },
    (_, place) =>
      new Map(
        FACTS.map(({ key, of }) => [
          key,
          { value: of(place, random), source: 'agent' as const, setAt: 0 },
        ]),
      ),
  );
}

/** Gives how many contacts flip. */
type Way = { name: string; edit(segment: Segment): number };

function overColumns(contacts: Contacts, first: Segment): Way {
  const { matcher } = matchingContacts({ segments: [first], attributes: ATTRIBUTES, contacts });
  return {
    name: 'Frontrow',
    edit(segment) {
      const before = matcher.holders(segment.id);
      matcher.set(segment);
      let flips = 0;
      for (const [at, word] of matcher.holders(segment.id).entries()) {
        for (let left = word ^ (before[at] ?? 0); left !== 0; left &= left - 1) flips += 1;
      }
      return flips;
    },
  };
}

function closureEach(contacts: readonly ContactValues[], first: Segment): Way {
  const context = { attributes: ATTRIBUTES, timeZone: 'UTC' };
  const holds = compileSegment(first, context);
  const matches = contacts.map((values) => holds(values));
  return {
    name: 'a closure per contact',
    edit(segment) {
      const holds = compileSegment(segment, context);
      let flips = 0;
      for (const [place, values] of contacts.entries()) {
        const now = holds(values);
        if (now === matches[place]) continue;
        matches[place] = now;
        flips += 1;
      }
      return flips;
    },
  };
}

export const editBenchmark: Benchmark = {
  name: 'edit',
  about: "A segment's conditions change, for all contacts, next to a closure per contact.",
  run: edit,
};

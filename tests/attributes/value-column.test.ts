import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttributeValue, MANAGERS } from '@/lib/attributes/attribute';
import { ContactColumns } from '@/lib/attributes/contact-columns';
import { NO_VALUE, ValueColumn } from '@/lib/attributes/value-column';

const value = (content: AttributeValue['value'], setAt = 0): AttributeValue => ({
  value: content,
  source: 'agent',
  setAt,
});

const contents = fc.oneof(
  fc.constantFrom('gold', 'silver', '', '1', 'true', 1, 1.5, 0, true, false),
  fc.nat(500).map((n) => `contact${n}@mail.example`),
);
const written = fc.record({
  value: contents,
  source: fc.constantFrom(...MANAGERS),
  setAt: fc.nat(),
});
const writes = fc.array(fc.record({ handle: fc.nat(40), value: fc.option(written, { freq: 5 }) }), {
  maxLength: 400,
  size: 'max',
});
/** From columns that never change their ways to those that do so all the time. */
const limits = fc.record({
  fewValues: fc.constantFrom(2, 20, 10_000),
  fewUnused: fc.constantFrom(0, 3, 10_000),
});

describe('a column of values', () => {
  it('gives back to every contact what it was given last', () => {
    fc.assert(
      fc.property(limits, writes, (few, steps) => {
        const column = new ValueColumn(few);
        const plain = new Map<number, AttributeValue>();
        for (const { handle, value: next } of steps) {
          const had = plain.get(handle)?.value;
          const before = column.set(handle, next);
          expect(column.values[before]).toBe(had);
          if (next) plain.set(handle, next);
          else plain.delete(handle);
          expect(column.get(handle)).toEqual(plain.get(handle));
        }
        for (let one = 0; one <= 41; one += 1) expect(column.get(one)).toEqual(plain.get(one));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a value that many have once, and tells by its version when codes are others', () => {
    fc.assert(
      fc.property(limits, writes, (few, steps) => {
        const column = new ValueColumn(few);
        let version = column.version;
        let known = new Map<number, AttributeValue['value']>();
        for (const { handle, value: next } of steps) {
          column.set(handle, next);
          if (column.version !== version) known = new Map();
          version = column.version;
          if (!column.shared) continue;
          const codes = new Map<unknown, number>();
          for (const code of column.codes) {
            const content = column.values[code];
            if (code === NO_VALUE || content === undefined) continue;
            const isOne = (codes.get(content) ?? code) === code;
            const isSame = (known.get(code) ?? content) === content;
            if (!isOne || !isSame) expect.fail(`The code ${code} of ${content} is not its own`);
            codes.set(content, code);
            known.set(code, content);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stops looking values up once most contacts have one of their own', () => {
    const column = new ValueColumn({ fewValues: 10, fewUnused: 10 });
    for (let handle = 0; handle < 10; handle += 1) column.set(handle, value(`own ${handle}`));
    expect(column.shared).toBe(true);
    column.set(10, value('one more'));
    expect(column.shared).toBe(false);
    expect(column.get(3)).toEqual(value('own 3'));
  });

  it('lets values go that nobody has any more', () => {
    const column = new ValueColumn({ fewValues: 1_000, fewUnused: 5 });
    for (let n = 0; n < 100; n += 1) column.set(0, value(`page ${n}`));
    expect(column.values.length).toBeLessThan(10);
  });
});

describe('the columns of contacts', () => {
  it('give a handle again, without the values of who had it before', () => {
    const columns = new ContactColumns();
    const ann = columns.add([
      ['name', value('Ann')],
      ['constructor', value('hers')],
    ]);
    const bob = columns.add([['name', value('Bob')]]);
    columns.remove(ann);
    const eve = columns.add([['city', value('Ghent')]]);
    expect(eve).toBe(ann);
    expect([...columns.of(eve)]).toEqual([['city', value('Ghent')]]);
    expect(columns.of(eve).get('constructor')).toBeUndefined();
    expect(columns.of(eve).get('never there')).toBeUndefined();
    expect([...columns.of(bob)]).toEqual([['name', value('Bob')]]);
    columns.drop('name');
    expect([...columns.of(bob)]).toEqual([]);
  });
});

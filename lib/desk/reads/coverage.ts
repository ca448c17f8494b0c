import { isEmptyValue } from '@/lib/attributes/formats';
import { authorise, type Ctx } from '../context';
import { counterFor } from '../coverage/distributions';
import { notFound } from '../errors';
import { scanValues } from '../scan-contacts';
import type { AttributeCoverage } from '../wire-attributes';

/**
 * How many of all contacts have a value for an attribute, from where, and which: counted in the
 * background, in slices, telling now and then how far it has come, and at last with `done`. It
 * reads on only while it is asked for more. Throws `not_found`.
 */
export function readCoverage(ctx: Ctx, key: string): AsyncGenerator<AttributeCoverage> {
  authorise(ctx.caller, 'readSettings');
  const { memory } = ctx.desk;
  const attribute = memory.attributes.get(key);
  if (!attribute) throw notFound(`There is no attribute ${key}.`);
  const counter = counterFor(attribute, memory.settings.timeZone);
  return (async function* () {
    const bySource = { agent: 0, channel: 0, crm: 0 };
    let contacts = 0;
    const scan = scanValues(ctx, [key], ({ values }) => {
      const known = values.get(key);
      if (!known || isEmptyValue(known.value)) return;
      contacts += 1;
      bySource[known.source] += 1;
      counter.add(known.value);
    });
    for await (const { scanned, total, done } of scan) {
      const distribution = counter.distribution();
      yield { scanned, total, contacts, bySource: { ...bySource }, distribution, done };
    }
  })();
}

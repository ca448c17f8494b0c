'use client';

import { useAttributes } from '@/components/segments/use-attributes';
import { counted } from '@/components/workspace/counted';
import { Mark } from '@/components/workspace/list-frame';
import type { Attributes } from '@/lib/attributes/attribute';
import type {
  ConfigurationChange,
  ConfigurationDifference,
  ConfigurationPartDifference,
} from '@/lib/desk/wire-configuration';
import { attributesAfter } from './attributes-after';
import { FieldChange } from './field-change';
import { PART_WORDS } from './part-words';

/** The fields that say again what something new is called. */
const NAMES: ReadonlySet<string> = new Set(['name', 'title']);

/** So many are shown of a part; more are counted. */
const MOST_SHOWN = 100;

/** What changes, part by part; parts in which nothing does are left out. */
export function DifferenceList({ difference }: { difference: ConfigurationDifference }) {
  const attributes = attributesAfter(useAttributes(), difference);
  const changing = difference.parts.filter(({ changes, order }) => changes.length > 0 || order);
  return changing.map((part) => <Part key={part.part} difference={part} attributes={attributes} />);
}

function Part({
  difference: { part, changes, order, unchanged, unmentioned },
  attributes,
}: {
  difference: ConfigurationPartDifference;
  attributes: Attributes;
}) {
  const rest = [
    unchanged > 0 && `${unchanged.toLocaleString('en')} as here`,
    unmentioned > 0 && `${unmentioned.toLocaleString('en')} not in the file`,
  ].filter(Boolean);
  return (
    <section aria-label={PART_WORDS[part]} className="border-line border-t">
      <h3 className="flex flex-wrap items-baseline gap-x-3 px-4 pt-3 pb-1 font-semibold text-sm">
        {PART_WORDS[part]}
        <span className="font-normal text-ink-muted text-xs tabular-nums">{rest.join(' · ')}</span>
      </h3>
      <ul>
        {changes.slice(0, MOST_SHOWN).map((change) => (
          <Change
            key={change.name}
            change={change}
            isOnlyOne={change.name === part}
            attributes={attributes}
          />
        ))}
        {changes.length > MOST_SHOWN && (
          <li className="px-4 py-2 text-ink-muted text-sm tabular-nums">
            and {counted(changes.length - MOST_SHOWN, 'more', 'more')}
          </li>
        )}
        {order && (
          <Change
            change={{
              name: 'Their order',
              change: 'changed',
              fields: [
                { field: 'order', before: order.before.join(', '), after: order.after.join(', ') },
              ],
            }}
            attributes={attributes}
          />
        )}
      </ul>
    </section>
  );
}

function Change({
  change: { name, change, fields },
  isOnlyOne = false,
  attributes,
}: {
  change: ConfigurationChange;
  /** There is only one thing in the part, and its name would say nothing. */
  isOnlyOne?: boolean;
  attributes: Attributes;
}) {
  return (
    <li className="px-4 py-2 text-sm">
      {!isOnlyOne && (
        <p className="flex min-w-0 items-center gap-2">
          <span dir="auto" className="min-w-0 truncate font-medium">
            {name}
          </span>
          <Mark>{change === 'added' ? 'New' : 'Changes'}</Mark>
        </p>
      )}
      <dl>
        {fields
          .filter(({ field }) => change === 'changed' || !NAMES.has(field))
          .map((field) => (
            <FieldChange
              key={field.field}
              change={field}
              isNew={change === 'added'}
              attributes={attributes}
            />
          ))}
      </dl>
    </li>
  );
}

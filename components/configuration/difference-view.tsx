import type { ReactNode } from 'react';
import { PreviewMoves } from '@/components/segments/preview-moves';
import { counted } from '@/components/workspace/counted';
import { ListFrame } from '@/components/workspace/list-frame';
import type { ConfigurationDifference, ConfigurationPreview } from '@/lib/desk/wire-configuration';
import { DifferenceList } from './difference-list';

/** What applying a file would change, who would move, and what to do about it. */
export function DifferenceView({
  preview,
  children,
}: {
  preview: ConfigurationPreview;
  children: ReactNode;
}) {
  const isNothing = preview.added === 0 && preview.changed === 0;
  return (
    <section aria-label="The difference">
      <ListFrame>
        <div aria-live="polite" className="px-4 py-3">
          <h2 className="font-semibold text-base tabular-nums">
            {isNothing ? 'Nothing would change' : `${changesInWords(preview)} if you apply it`}
          </h2>
          <p className="mt-0.5 text-ink-muted text-sm tabular-nums">{restInWords(preview)}</p>
        </div>
        <DifferenceList difference={preview} />
        {!isNothing && (
          <div className="border-line border-t">
            <PreviewMoves preview={preview} when="When you apply it" />
          </div>
        )}
        {children}
      </ListFrame>
    </section>
  );
}

/** "2 new, 1 changes": what is new and what changes, each only if there is any. */
export function changesInWords({ added, changed }: ConfigurationDifference): string {
  const words = [
    added > 0 && `${added.toLocaleString('en')} new`,
    changed > 0 && `${changed.toLocaleString('en')} changed`,
  ];
  return words.filter(Boolean).join(', ') || 'Nothing changed';
}

function restInWords({ unchanged, unmentioned }: ConfigurationDifference): string {
  const words = [
    unchanged > 0 &&
      `${counted(unchanged, 'thing')} in the file ${unchanged === 1 ? 'is' : 'are'} as here.`,
    unmentioned > 0 &&
      `${counted(unmentioned, 'thing')} that it does not mention ${unmentioned === 1 ? 'stays' : 'stay'}.`,
  ];
  return words.filter(Boolean).join(' ');
}

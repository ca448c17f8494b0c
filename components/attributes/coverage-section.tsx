'use client';

import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { counted } from '@/components/workspace/counted';
import { SettingsSection } from '@/components/workspace/settings-section';
import type { AttributeWire } from '@/lib/desk/wire';
import type { AttributeCoverage } from '@/lib/desk/wire-attributes';
import { BarTable } from './bar-table';
import { distributionBars, sourceBars } from './coverage-words';
import { shareText } from './share-text';
import { useCoverage } from './use-coverage';

/** How many contacts have the attribute, from where, and which values, counted in the background. */
export function CoverageSection({ attribute }: { attribute: AttributeWire }) {
  const [times, setTimes] = useState(0);
  const { coverage, isCounting, failed } = useCoverage(attribute.key, times);

  return (
    <SettingsSection
      title="Coverage"
      about="Which contacts have a value, whether they have written or not."
      action={
        <Button size="sm" busy={isCounting} onClick={() => setTimes(times + 1)}>
          <RotateCw aria-hidden /> {failed ? 'Try again' : 'Count again'}
        </Button>
      }
    >
      <div className="min-h-24">
        {coverage && <Counted coverage={coverage} format={attribute.format} />}
        {failed && (
          <p role="alert" className="text-sm">
            All contacts could not be counted.
          </p>
        )}
        {!coverage && !failed && (
          <div className="space-y-3">
            <Skeleton className="h-7 w-40" />
            <Skeleton className="w-64" />
            <Skeleton className="h-24" />
          </div>
        )}
      </div>
    </SettingsSection>
  );
}

function Counted({
  coverage,
  format,
}: {
  coverage: AttributeCoverage;
  format: AttributeWire['format'];
}) {
  const { contacts, scanned, total, done } = coverage;
  return (
    <>
      <div className="text-sm tabular-nums">
        <p aria-live="polite" className="text-ink-muted">
          {done && (
            <>
              <span className="font-semibold text-2xl text-ink">
                {contacts.toLocaleString('en')}
              </span>{' '}
              of {counted(total, 'contact')} · {shareText(contacts, total)}
            </>
          )}
        </p>
        {!done && (
          <p className="text-ink-muted">
            <span className="font-semibold text-2xl text-ink">{contacts.toLocaleString('en')}</span>{' '}
            so far · counting in the background, {scanned.toLocaleString('en')} of{' '}
            {counted(total, 'contact')}
          </p>
        )}
        <div aria-hidden className="mt-2 h-0.5 overflow-hidden rounded-full bg-line">
          <div
            className="h-full origin-left rounded-full bg-ink-faint transition-transform"
            style={{
              transform: `scaleX(${done ? share(contacts, total) : share(scanned, total)})`,
            }}
          />
        </div>
      </div>
      {contacts === 0 ? (
        done && <p className="mt-4 text-ink-muted text-sm">No contact has a value for it yet.</p>
      ) : (
        <div className="mt-5 grid gap-6">
          <BarTable title="Where it comes from" of={contacts} bars={sourceBars(coverage)} />
          <BarTable
            title={format === 'text' ? 'Most common values' : 'Values'}
            of={contacts}
            {...distributionBars(coverage.distribution)}
          />
        </div>
      )}
    </>
  );
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of;
}

'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatLabel, managerLabel } from '@/components/workspace/attribute-words';
import { Mark } from '@/components/workspace/list-frame';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';
import { AttributeActs } from './attribute-acts';
import { CoverageSection } from './coverage-section';
import { DependentsSection } from './dependents-section';

/** The page of one attribute: who has it and which values, and what depends on it. */
export function AttributeScreen({ attributeKey }: { attributeKey: string }) {
  const { attributes } = useCatalogue();
  const attribute = attributes.find(({ key }) => key === attributeKey);
  if (!attribute) {
    return (
      <EmptyState
        title="No such attribute"
        titleAs="h1"
        action={
          <Button asChild>
            <Link href="/settings/attributes">All attributes</Link>
          </Button>
        }
      >
        It may have been deleted, or the link is incomplete.
      </EmptyState>
    );
  }
  const { key, label, format, manager, enabled, standard } = attribute;
  return (
    <>
      <Link
        href="/settings/attributes"
        className="inline-flex items-center gap-1.5 rounded-md text-ink-muted text-sm hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        Contact attributes
      </Link>
      <header className="mt-2 mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="flex min-w-0 flex-wrap items-center gap-2.5 font-semibold text-xl leading-7 tracking-[-0.015em]">
            <span dir="auto" className="wrap-anywhere min-w-0">
              {label}
            </span>
            {standard && <Mark>Standard</Mark>}
            {!enabled && <Mark>Disabled</Mark>}
          </h1>
          <p className="wrap-anywhere mt-1 text-ink-muted">
            <code className="font-mono text-sm">{key}</code> · {formatLabel(format)} ·{' '}
            {managerLabel(manager)}
          </p>
        </div>
        <AttributeActs attribute={attribute} />
      </header>
      <ReadOnlyNote what="attributes" />
      <CoverageSection attribute={attribute} />
      <DependentsSection attributeKey={key} />
    </>
  );
}

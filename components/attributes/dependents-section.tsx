'use client';

import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { SettingsSection } from '@/components/workspace/settings-section';
import { DependentList, dependentsOf } from './dependent-list';
import { useDependents } from './use-dependents';

/** What names the attribute and would break without it. */
export function DependentsSection({ attributeKey }: { attributeKey: string }) {
  const { answer, problem } = useDependents(attributeKey);
  const dependents = answer && dependentsOf(answer);
  return (
    <SettingsSection
      title="What depends on it"
      about="Segments, canned replies, channels and the CRM connection that name it. It cannot be deleted while one does."
    >
      {dependents === null && !problem && <Skeleton className="h-8" />}
      {problem && <Notice tone="danger">{problem}</Notice>}
      {dependents?.length === 0 && <p className="text-ink-muted text-sm">Nothing depends on it.</p>}
      {dependents && dependents.length > 0 && (
        <DependentList
          dependents={dependents}
          className="-m-4 max-h-none divide-line rounded-lg border-0"
        />
      )}
    </SettingsSection>
  );
}

'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { ApiFailure, callApi } from '@/components/live/call-api';
import { refreshCatalogue, useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { refusedAt, useWrite } from '@/components/workspace/use-write';
import type { SegmentWire } from '@/lib/desk/wire';
import { type Join, MAX_CONDITIONS, MAX_SEGMENT_NAME_LENGTH } from '@/lib/segments/segment';
import { BuilderSentence } from './builder-sentence';
import { ConditionRow } from './condition-row';
import {
  conditionOf,
  draftOf,
  type Problem,
  problemOf,
  type SegmentDraft,
  savedForm,
} from './draft';
import { MeanwhileNotice } from './meanwhile-notice';
import { SegmentPreview } from './segment-preview';
import { useLeaveGuard } from './use-leave-guard';
import { useSegmentForm } from './use-segment-form';

const LIST = '/settings/segments';
const JOIN_OPTIONS: { value: Join; label: string }[] = [
  { value: 'all', label: 'all' },
  { value: 'any', label: 'any' },
];

/**
 * Makes a segment, or edits `segment`, as a sentence beside a preview of what it would do.
 * What somebody else saves meanwhile is never overwritten unseen.
 */
export function SegmentBuilder({
  initial,
  segment,
}: {
  initial: SegmentDraft;
  segment?: SegmentWire;
}) {
  const catalogue = useCatalogue();
  const router = useRouter();
  const form = useSegmentForm(initial);
  const { draft, attributes, touched } = form;
  const [seen, setSeen] = useState(segment?.changedAt);
  const [submitted, setSubmitted] = useState(false);
  const { busy, refusal, run, forget } = useWrite();
  const guard = useLeaveGuard(form.dirty && !busy);
  const id = useId();

  const theirs = catalogue.segments.find((other) => other.id === segment?.id);
  const conditions = draft.conditions.map(conditionOf);
  const problems = draft.conditions.map((condition) => problemOf(condition, attributes));
  const nameProblem =
    refusedAt(refusal, 'name') ??
    (submitted && draft.name.trim() === '' ? 'Give the segment a name.' : undefined);
  const missing = problems.flatMap((problem, index) =>
    problem ? [`Condition ${index + 1}: ${problem.message}`] : [],
  );

  /** What to show at a row: what the desk refused, else what is wrong once the row was left. */
  const shownProblem = (index: number): Problem | null => {
    const refused = refusal?.field?.match(/^conditions\.(\d+)\.?(\w*)/);
    if (refusal && refused && Number(refused[1]) === index) {
      const part = refused[2] === 'attribute' || refused[2] === 'operator' ? refused[2] : 'operand';
      return { part, message: refusal.message };
    }
    return touched.has(draft.conditions[index]?.rowId ?? -1) ? (problems[index] ?? null) : null;
  };
  const edited =
    <Args extends unknown[]>(change: (...args: Args) => void) =>
    (...args: Args) => {
      forget();
      change(...args);
    };

  const save = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    form.touchAll();
    if (draft.name.trim() === '') {
      document.getElementById(`${id}-name`)?.focus();
      return;
    }
    const firstWrong = draft.conditions[problems.findIndex((problem) => problem !== null)];
    if (firstWrong) {
      form.focusOn(firstWrong.rowId);
      return;
    }
    const body = savedForm(draft, attributes);
    const write = () =>
      segment && theirs
        ? callApi<SegmentWire>('PATCH', `/segments/${segment.id}`, { ...body, expect: seen })
        : callApi<SegmentWire>('POST', '/segments', body);
    const writeOrLook = async () => {
      try {
        return await write();
      } catch (error) {
        // Who saved meanwhile, and when, is in the catalogue: the notice above the form says it.
        if (error instanceof ApiFailure && error.status === 409) await refreshCatalogue();
        throw error;
      }
    };
    run(writeOrLook, async (saved) => {
      form.restart(draft);
      setSeen(saved.changedAt);
      await refreshCatalogue();
      router.push(LIST);
      toast.success(`${saved.name} is saved`, {
        action: saved.highPriority
          ? undefined
          : { label: 'Prioritization', onClick: () => router.push('/settings/prioritization') },
      });
    });
  };

  const meanwhile = segment !== undefined && !busy && theirs?.changedAt !== seen;
  const load = (version: SegmentWire) => {
    form.restart(draftOf(version));
    setSeen(version.changedAt);
    forget();
  };
  // Nothing of one's own would be lost: follow along.
  if (meanwhile && theirs && !form.dirty) load(theirs);
  const elsewhere =
    refusal && !/^(name$|conditions\.)/.test(refusal.field ?? '') && !meanwhile
      ? refusal.message
      : null;

  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <form onSubmit={save} noValidate className="min-w-0">
        <BuilderSentence join={draft.join} conditions={conditions} />
        {meanwhile && (
          <MeanwhileNotice
            theirs={theirs}
            onLoad={load}
            onKeep={(version) => {
              setSeen(version.changedAt);
              forget();
            }}
          />
        )}
        <Field label="Name" htmlFor={`${id}-name`} error={nameProblem} className="mt-6 max-w-md">
          <Input
            id={`${id}-name`}
            dir="auto"
            autoComplete="off"
            maxLength={MAX_SEGMENT_NAME_LENGTH}
            placeholder="Loyal customers in Belgium"
            value={draft.name}
            invalid={nameProblem !== undefined}
            onChange={(event) => edited(form.setName)(event.target.value)}
          />
        </Field>
        <fieldset className="mt-6 min-w-0">
          <legend className="mb-3 flex flex-wrap items-center gap-2 text-ink text-sm">
            <span className="font-medium">Matches when</span>
            <Segmented
              size="sm"
              label="How the conditions are joined"
              value={draft.join}
              onValueChange={edited(form.setJoin)}
              options={JOIN_OPTIONS}
            />
            <span className="font-medium">of these hold</span>
          </legend>
          <ol aria-label="Conditions" className="divide-y divide-line">
            {draft.conditions.map((condition, index) => (
              <ConditionRow
                key={condition.rowId}
                condition={condition}
                place={index + 1}
                joint={index === 0 ? 'whose' : draft.join === 'all' ? 'and' : 'or'}
                attributes={attributes}
                problem={shownProblem(index)}
                focusTurn={form.focusTurnOf(condition.rowId)}
                onChoose={edited((attribute) => form.choose(condition.rowId, attribute))}
                onChange={edited((patch) => form.change(condition.rowId, patch))}
                onTouch={() => form.touch(condition.rowId)}
                onRemove={
                  draft.conditions.length > 1
                    ? edited(() => form.remove(condition.rowId))
                    : undefined
                }
              />
            ))}
          </ol>
          <div className="mt-2 ml-12 flex items-center gap-3">
            <Button size="sm" disabled={form.full} onClick={edited(form.add)}>
              <Plus aria-hidden /> Add condition
            </Button>
            {form.full && (
              <span className="text-ink-muted text-xs">
                {MAX_CONDITIONS} conditions are the most a segment can have.
              </span>
            )}
          </div>
        </fieldset>
        {elsewhere && (
          <Notice tone="danger" className="mt-5">
            {elsewhere}
          </Notice>
        )}
        <div className="sticky bottom-0 mt-6 flex items-center gap-2 border-line border-t bg-canvas py-3">
          <Button type="submit" variant="solid" busy={busy}>
            {segment && !theirs ? 'Save as a new segment' : 'Save segment'}
          </Button>
          <Button asChild variant="ghost">
            <Link href={LIST}>Cancel</Link>
          </Button>
          {form.dirty && <span className="ml-auto text-ink-muted text-xs">Not saved yet</span>}
        </div>
      </form>
      <div className="lg:sticky lg:top-6">
        <SegmentPreview
          join={draft.join}
          conditions={conditions}
          missing={missing}
          id={theirs?.id}
          highPriority={theirs?.highPriority ?? false}
        />
      </div>
      <ConfirmDialog
        open={guard.asking}
        onOpenChange={(open) => !open && guard.stay()}
        title="Leave without saving?"
        confirmLabel="Leave"
        danger
        onConfirm={guard.leave}
      >
        What you changed in this segment is lost.
      </ConfirmDialog>
    </div>
  );
}

'use client';

import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { refreshCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useMayShape } from '@/components/workspace/read-only-note';
import { SettingsSection } from '@/components/workspace/settings-section';
import { useWrite } from '@/components/workspace/use-write';
import type { ConfigurationDifference, ConfigurationPreview } from '@/lib/desk/wire-configuration';
import { changesInWords, DifferenceView } from './difference-view';
import { DocumentField } from './document-field';
import { parseDocument } from './parse-document';
import { ProblemList } from './problem-list';

/** A document, and what the desk has said that it would change. */
type Seen = { document: object; preview: ConfigurationPreview };

/** Brings a file in: first the difference is shown, then it can be applied. */
export function ApplySection() {
  const mayShape = useMayShape();
  const [text, setText] = useState('');
  const [unreadable, setUnreadable] = useState<string>();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [applied, setApplied] = useState<ConfigurationDifference | null>(null);
  const looking = useWrite();
  const applying = useWrite();
  const refusal = applying.refusal ?? looking.refusal;

  const change = (next: string) => {
    setText(next);
    setUnreadable(undefined);
    setSeen(null);
    setApplied(null);
    looking.forget();
    applying.forget();
  };

  const look = () => {
    const parsed = parseDocument(text);
    if (!parsed.ok) return setUnreadable(parsed.message);
    const { document } = parsed;
    applying.forget();
    return looking.run(
      () => callApi<ConfigurationPreview>('POST', '/configuration/preview', document),
      (preview) => setSeen({ document, preview }),
    );
  };

  const apply = ({ document, preview }: Seen) =>
    applying.run(
      () =>
        callApi<ConfigurationDifference>(
          'PUT',
          `/configuration?expect=${encodeURIComponent(preview.fingerprint)}`,
          document,
        ),
      async (difference) => {
        await refreshCatalogue();
        change('');
        setApplied(difference);
      },
    );

  return (
    <>
      <SettingsSection
        title={mayShape ? 'Apply a file' : 'Compare with a file'}
        about="First you see what it would change, and who would move in the queue."
      >
        <DocumentField text={text} error={unreadable} onText={change}>
          <Button
            variant={seen ? 'outline' : 'solid'}
            busy={looking.busy}
            disabled={text.trim() === ''}
            onClick={look}
          >
            {seen ? 'Look again' : 'Show the difference'}
          </Button>
        </DocumentField>
      </SettingsSection>
      <div className="space-y-4">
        {applied && (
          <Notice tone="plain">
            Applied: {changesInWords(applied)}. It holds from now on, and the queue ranks by it
            already.
          </Notice>
        )}
        {refusal?.problems ? (
          <ProblemList problems={refusal.problems} />
        ) : (
          refusal && <Notice tone="danger">{refusal.message}</Notice>
        )}
        {seen && (
          <DifferenceView preview={seen.preview}>
            {mayShape && seen.preview.added + seen.preview.changed > 0 && (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-canvas px-4 py-3">
                <Button variant="solid" busy={applying.busy} onClick={() => apply(seen)}>
                  Apply
                </Button>
                <p className="min-w-0 flex-1 basis-60 text-ink-muted text-sm">
                  All of it at once, or nothing if something does not fit. It cannot be undone as
                  one: download the configuration of today first.
                </p>
              </div>
            )}
          </DifferenceView>
        )}
      </div>
    </>
  );
}

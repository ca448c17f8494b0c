'use client';

import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { callApi } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { useAttributes } from '@/components/segments/use-attributes';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { DialogForm } from '@/components/workspace/dialog-form';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import {
  fillPlaceholders,
  placeholderKeys,
  placeholderProblem,
} from '@/lib/attributes/placeholders';
import { MAX_MESSAGE_LENGTH, MAX_NAME_LENGTH } from '@/lib/desk/checks';
import type { CannedReplyWire } from '@/lib/desk/wire';
import { knownFacts } from './known-facts';
import { PlaceholderMenu } from './placeholder-menu';

/** Makes a canned reply, or changes the one given. */
export function CannedReplyDialog({
  reply,
  onClose,
}: {
  reply: CannedReplyWire | null;
  onClose: () => void;
}) {
  const attributes = useAttributes();
  const router = useRouter();
  const [title, setTitle] = useState(reply?.title ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [left, setLeft] = useState(false);
  const { busy, refusal, run } = useWrite();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const keepDisabled = placeholderKeys(reply?.text ?? '');
  const problem =
    text === reply?.text ? null : placeholderProblem(text, attributes, { keepDisabled });
  const wrongText = refusedAt(refusal, 'text') ?? (left ? (problem ?? undefined) : undefined);
  /** Somebody has saved it meanwhile: to save again is to mean it. */
  const meanwhile = refusal?.code === 'conflict' && refusal.field === undefined;

  const save = () => {
    setLeft(true);
    if (problem) return field.current?.focus();
    const given = { title: title.trim(), text: text.trim() };
    const expect = meanwhile ? {} : { expect: reply?.revision };
    run(
      () =>
        reply
          ? callApi('PATCH', `/canned-replies/${reply.id}`, { ...given, ...expect })
          : callApi('POST', '/canned-replies', given),
      () => {
        toast.success(`${given.title} is saved`);
        router.refresh();
        onClose();
      },
    );
  };

  function insert(placeholder: string) {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    flushSync(() =>
      setText(text.slice(0, selectionStart) + placeholder + text.slice(selectionEnd)),
    );
    const caret = selectionStart + placeholder.length;
    field.current?.setSelectionRange(caret, caret);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{reply ? 'Change canned reply' : 'New canned reply'}</DialogTitle>
        <DialogDescription>
          Everybody on the desk finds it by / in an empty reply, and can change it before sending.
        </DialogDescription>
        <DialogForm
          refusal={refusedElsewhere(refusal, ['title', 'text'])}
          submitLabel={meanwhile ? 'Save over it' : 'Save'}
          busy={busy}
          disabled={title.trim() === '' || text.trim() === ''}
          onSubmit={save}
          onCancel={onClose}
        >
          <Field label="Title" htmlFor={`${id}-title`} error={refusedAt(refusal, 'title')}>
            <Input
              id={`${id}-title`}
              dir="auto"
              maxLength={MAX_NAME_LENGTH}
              autoComplete="off"
              placeholder="Where is my order"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
          <div className="space-y-2">
            <Field
              label="Text"
              htmlFor={`${id}-text`}
              error={wrongText}
              hint="{{name}} becomes what is known; {{name|there}} says what to write where nothing is."
            >
              <Textarea
                id={`${id}-text`}
                ref={field}
                dir="auto"
                rows={7}
                maxLength={MAX_MESSAGE_LENGTH}
                placeholder={'Hello {{name|there}},\n…'}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onBlur={() => setLeft(true)}
              />
            </Field>
            <PlaceholderMenu onChoose={insert} onClosed={() => field.current?.focus()} />
          </div>
          <WhereNothingIsKnown text={text} />
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}

/** What a text with placeholders reads like for a stranger, gaps and all. */
function WhereNothingIsKnown({ text }: { text: string }) {
  const { attributes, me } = useCatalogue();
  if (placeholderKeys(text).size === 0) return null;
  const known = knownFacts({ attributes, values: [], myName: me.name });
  return (
    <figure className="rounded-md border border-line bg-canvas px-3 py-2">
      <figcaption className="text-ink-muted text-xs">
        For a customer of whom nothing is known
      </figcaption>
      <p dir="auto" className="mt-1 max-h-32 overflow-y-auto whitespace-pre-wrap text-sm">
        {fillPlaceholders(text, known).text}
      </p>
    </figure>
  );
}

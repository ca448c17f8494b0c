/** @jsxImportSource preact */
import type { FrameSettings } from '@/lib/channels/messenger/frame-settings';

const COMPLETED = new Map<string, 'email' | 'tel' | 'name'>([
  ['email', 'email'],
  ['phone', 'tel'],
  ['name', 'name'],
]);
const KEYBOARDS = new Map<string, 'email' | 'tel'>([
  ['email', 'email'],
  ['phone', 'tel'],
]);

type Props = {
  asked: FrameSettings['asked'][number];
  answer: string;
  refused: string | undefined;
  onAnswer: (answer: string) => void;
};

/** One thing that is asked before the first message. */
export function AnswerField({ asked, answer, refused, onAnswer }: Props) {
  const { key, label, format, required } = asked;
  const id = `answer-${key}`;
  const field = {
    id,
    name: key,
    required,
    value: answer,
    'aria-invalid': refused !== undefined,
    'aria-describedby': `${id}-why`,
    onInput: (event: { currentTarget: { value: string } }) => onAnswer(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>
        {label} {!required && <small>(if you like)</small>}
      </label>
      {format === 'boolean' && (
        <select {...field}>
          <option value="">Choose</option>
          <option value="yes">Yes</option>
          <option value="no">No</option>
        </select>
      )}
      {format === 'date' && <input {...field} type="date" />}
      {(format === 'text' || format === 'number') && (
        <input
          {...field}
          type="text"
          dir="auto"
          inputMode={format === 'number' ? 'decimal' : KEYBOARDS.get(key)}
          autoComplete={COMPLETED.get(key)}
        />
      )}
      <small class="why" id={`${id}-why`} role="alert">
        {refused}
      </small>
    </div>
  );
}

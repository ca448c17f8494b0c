import { Notice } from '@/components/ui/notice';
import { counted } from '@/components/workspace/counted';
import type { WireError } from '@/lib/realtime/protocol';

/** Why a document does not fit, each thing at its path in it. */
export function ProblemList({ problems }: { problems: NonNullable<WireError['problems']> }) {
  return (
    <Notice tone="danger">
      <p className="font-medium">
        {counted(problems.length, 'thing')} in this file {problems.length === 1 ? 'does' : 'do'} not
        fit. Nothing was changed.
      </p>
      <ul className="mt-2 space-y-1.5">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field && <code className="mr-2 break-all font-mono text-xs">{field}</code>}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

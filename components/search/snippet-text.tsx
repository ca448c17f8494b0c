import type { SnippetPart } from '@/lib/search/snippet';

/** Plain text in which what was looked for is marked. */
export function SnippetText({ parts }: { parts: readonly SnippetPart[] }) {
  let at = 0;
  return parts.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    if (!hit) return <span key={key}>{text}</span>;
    return (
      <mark key={key} className="rounded-[3px] bg-selected px-px font-medium text-ink">
        {text}
      </mark>
    );
  });
}

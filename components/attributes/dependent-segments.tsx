import Link from 'next/link';

/** The segments that depend on an attribute, by name. */
export function DependentSegments({ segments }: { segments: { id: string; name: string }[] }) {
  return (
    <ul className="max-h-40 divide-y divide-line-strong overflow-y-auto rounded-md border border-line-strong">
      {segments.map((segment) => (
        <li key={segment.id}>
          <Link
            href={`/settings/segments/${segment.id}`}
            dir="auto"
            className="block truncate px-3 py-1.5 text-ink text-sm hover:bg-hover"
          >
            {segment.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useMayShape } from '@/components/workspace/read-only-note';
import { segmentSentence } from '@/lib/segments/sentence';
import { templateLink, useTemplates } from './new-segment-menu';
import { useAttributes } from './use-attributes';

/** Shown while a desk has no segment of its own: what a first one could be. */
export function TemplateList() {
  const attributes = useAttributes();
  const templates = useTemplates();
  if (!useMayShape() || templates.length === 0) return null;
  return (
    <section aria-labelledby="templates" className="mt-8">
      <h2 id="templates" className="font-medium text-ink text-sm">
        Begin with a template
      </h2>
      <p className="mt-0.5 text-ink-muted text-sm">You see who matches before you save it.</p>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {templates.map((template) => (
          <li key={template.name}>
            <Link
              href={templateLink(template)}
              className="flex h-full items-start gap-2 rounded-lg border border-line bg-panel px-3 py-2.5 transition-colors hover:border-line-strong hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium text-ink text-sm">{template.name}</span>
                <span className="line-clamp-2 text-ink-muted text-xs">
                  {segmentSentence(template, attributes)}
                </span>
              </span>
              <Plus aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

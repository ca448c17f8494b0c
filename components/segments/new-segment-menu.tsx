'use client';

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu';
import { useMayShape } from '@/components/workspace/read-only-note';
import { SAMPLE_SEGMENTS, type SampleSegment } from '@/lib/segments/sample-segments';
import { segmentSentence } from '@/lib/segments/sentence';
import { useAttributes } from './use-attributes';

/** The templates whose names are not taken on this desk. */
export function useTemplates(): SampleSegment[] {
  const { segments } = useCatalogue();
  const taken = new Set(segments.map((segment) => segment.name.toLowerCase()));
  return SAMPLE_SEGMENTS.filter((sample) => !taken.has(sample.name.toLowerCase()));
}

export function templateLink({ name }: SampleSegment): string {
  return `/settings/segments/new?template=${encodeURIComponent(name)}`;
}

/** Makes a segment: from nothing, or from a template while any is left. */
export function NewSegmentMenu() {
  const attributes = useAttributes();
  const templates = useTemplates();
  if (!useMayShape()) return null;
  if (templates.length === 0) {
    return (
      <Button asChild variant="solid">
        <Link href="/settings/segments/new">New segment</Link>
      </Button>
    );
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="solid">
          New segment <ChevronDown aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent className="w-72">
        <MenuItem asChild>
          <Link href="/settings/segments/new">From nothing</Link>
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>From a template</MenuLabel>
        {templates.map((template) => (
          <MenuItem key={template.name} asChild>
            <Link href={templateLink(template)}>
              <span className="min-w-0">
                <span className="block">{template.name}</span>
                <span className="block truncate text-ink-muted text-xs">
                  {segmentSentence(template, attributes)}
                </span>
              </span>
            </Link>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

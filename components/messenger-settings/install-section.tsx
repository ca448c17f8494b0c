'use client';

import { ExternalLink } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { SettingsSection } from '@/components/workspace/settings-section';
import type { Channel } from '@/lib/desk/facts';

const never = () => () => undefined;

/** The one line that a site puts into its pages. */
export function InstallSection({ channel }: { channel: Channel }) {
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  );
  const line = `<script async src="${origin}/messenger/loader.js" data-channel="${channel.key}"></script>`;
  return (
    <SettingsSection
      title="Install"
      about="Put this line into the pages of your site, once. It loads some 27 kB, and reads nothing of your site but the page’s address and where the visitor came from."
      action={
        <Button asChild variant="ghost">
          <a href={`/messenger/${channel.key}`} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden /> Try it alone
          </a>
        </Button>
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <code className="wrap-anywhere min-w-0 flex-1 basis-72 font-mono text-ink text-xs">
          {line}
        </code>
        <CopyButton text={line} label="Copy line" />
      </div>
    </SettingsSection>
  );
}

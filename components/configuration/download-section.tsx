import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SettingsSection } from '@/components/workspace/settings-section';

/** The configuration as it is now, as a file. */
export function DownloadSection() {
  return (
    <SettingsSection
      title="Download"
      about="The same configuration gives the same file, so that two of them can be compared line by line."
    >
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <dl className="grid min-w-0 flex-1 basis-80 gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[6.5rem_1fr]">
          <dt className="font-medium">In it</dt>
          <dd className="text-ink-muted">
            General settings, contact attributes, channels, segments and their prioritization,
            canned replies, shared views, how the CRM is asked.
          </dd>
          <dt className="font-medium">Not in it</dt>
          <dd className="text-ink-muted">
            Secrets and tokens, people, contacts, conversations, webhooks that the desk calls, and
            shared views of one person’s conversations.
          </dd>
        </dl>
        <Button asChild>
          <a href="/api/v1/configuration" download="frontrow-configuration.json">
            <Download aria-hidden="true" />
            Download
          </a>
        </Button>
      </div>
    </SettingsSection>
  );
}

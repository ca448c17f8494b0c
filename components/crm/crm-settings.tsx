'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SigningSecrets } from '@/components/webhooks/signing-secrets';
import { SettingsSection } from '@/components/workspace/settings-section';
import type { CrmWire } from '@/lib/desk/wire-crm';
import { ConnectionForm } from './connection-form';

/** How the CRM is asked: signed by what, where, and what its answers fill in. */
export function CrmSettings({ crm }: { crm: CrmWire }) {
  return (
    <>
      {crm.connection?.enabled && crm.secrets.length === 0 && (
        <Notice tone="warn" className="mb-6">
          No lookup can be verified: make a signing secret, and give it to the CRM.
        </Notice>
      )}
      <SigningSecrets
        path="/crm/secrets"
        secrets={crm.secrets}
        about="The desk and the CRM sign with these, as Standard Webhooks does. With two live, one can follow the other and nothing is missed."
        empty="The CRM is asked once there is one."
        retiring="What it signs is refused from that moment, on both sides. This cannot be undone."
      />
      <ConnectionForm
        key={crm.revision}
        connection={crm.connection}
        revision={crm.revision}
        hasSecret={crm.secrets.length > 0}
      />
      <SettingsSection
        title="Writing back"
        about="What agents enter by hand can go back to the CRM: by a webhook that is told when somebody enters a value by hand. Nothing that the CRM said itself is sent back."
      >
        <Button asChild size="sm">
          <Link href="/settings/webhooks">Webhooks</Link>
        </Button>
      </SettingsSection>
    </>
  );
}

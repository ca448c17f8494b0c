import { describe, expect, test } from 'vitest';
import {
  connectionOf,
  draftOf,
  freshOptions,
  isSameDraft,
  lineOfRefusal,
  timeoutOptions,
  withLine,
} from '@/components/crm/connection-draft';
import type { CrmConnection } from '@/lib/desk/crm';

const SAVED: CrmConnection = {
  enabled: true,
  url: 'https://crm.example/lookup',
  keyAttribute: 'email',
  versionPath: 'updatedAt',
  fields: [{ path: 'tier', attribute: 'loyalty_status' }],
  push: null,
  channels: ['api'],
  timeoutMs: 700,
  freshMinutes: 45,
};
const CHANNELS = [
  { key: 'api', label: 'API', kind: 'api' },
  { key: 'chat', label: 'Chat', kind: 'messenger' },
] as const;

describe('a CRM connection that is being written', () => {
  test('is saved as it was read while nobody has changed it', () => {
    expect(connectionOf(draftOf(SAVED, CHANNELS))).toEqual(SAVED);
  });

  test('begins with all channels, and with nothing filled in', () => {
    const connection = connectionOf(draftOf(null, CHANNELS));
    expect(connection).toMatchObject({ channels: ['api', 'chat'], fields: [], versionPath: null });
  });

  test('is the same with a line that nobody has filled in, and not with one half filled in', () => {
    const draft = draftOf(SAVED, CHANNELS);
    const longer = withLine(draft);
    expect(isSameDraft(longer, draft)).toBe(true);
    const lines = longer.fields.map((line) => (line.path === '' ? { ...line, path: ' a ' } : line));
    expect(connectionOf({ ...longer, fields: lines }).fields).toEqual([
      ...SAVED.fields,
      { path: 'a', attribute: '' },
    ]);
  });

  test('keeps a limit and a freshness that are none of the usual ones', () => {
    expect(timeoutOptions(700).at(-1)).toEqual({ value: '700', label: '700 ms' });
    expect(freshOptions(45).at(-1)).toEqual({ value: '45', label: '45 minutes' });
    expect(timeoutOptions(5_000)).toHaveLength(5);
    expect(freshOptions(0)).toHaveLength(6);
  });

  test('shows a refusal at the line that it names', () => {
    expect(lineOfRefusal('fields.3.path')).toBe(3);
    expect(lineOfRefusal('url')).toBeNull();
    expect(lineOfRefusal(undefined)).toBeNull();
  });
});

'use client';

import { useId } from 'react';
import { Switch } from '@/components/ui/switch';
import { DesktopPermission } from './desktop-permission';
import { NOTICE_KINDS, type NoticeKind, useNoticeChoices, type Ways } from './kept-notices';

const WORDS: Record<NoticeKind, { title: string; when: string }> = {
  mention: { title: 'Mentions', when: 'A colleague writes @ and your name in a note.' },
  assignment: { title: 'Assignments', when: 'Somebody gives you a conversation.' },
  arrival: { title: 'Priority', when: 'A conversation of priority comes to wait for someone.' },
};

/** What one wants to hear of on this device, and how. */
export function NoticesSection() {
  const [choices, change] = useNoticeChoices();
  const id = useId();
  const choose = (kind: NoticeKind, way: keyof Ways, on: boolean) =>
    change((now) => ({ ...now, [kind]: { ...now[kind], [way]: on } }));
  return (
    <section aria-labelledby={`${id}-title`} className="max-w-xl">
      <h2 id={`${id}-title`} className="font-semibold text-base">
        Notices
      </h2>
      <p className="mt-1 text-ink-muted">
        The page’s title counts your unread conversations, and its icon has a dot. What you choose
        here is told with a sound, and on your desktop while the page is hidden. Kept in this
        browser.
      </p>
      <table className="mt-4 w-full border-line border-b text-left">
        <thead className="text-ink-muted text-xs">
          <tr>
            <th scope="col" className="pb-2 font-medium">
              When
            </th>
            <th scope="col" className="w-20 pb-2 text-center font-medium">
              Sound
            </th>
            <th scope="col" className="w-20 pb-2 text-center font-medium">
              Desktop
            </th>
          </tr>
        </thead>
        <tbody>
          {NOTICE_KINDS.map((kind) => (
            <tr key={kind} className="border-line border-t">
              <th scope="row" className="py-2.5 pr-4 font-normal">
                <span className="block font-medium">{WORDS[kind].title}</span>
                <span className="block text-ink-muted text-xs">{WORDS[kind].when}</span>
              </th>
              {(['sound', 'desktop'] as const).map((way) => (
                <td key={way} className="text-center align-middle">
                  <Switch
                    label={`${WORDS[kind].title}: ${way}`}
                    checked={choices[kind][way]}
                    onCheckedChange={(on) => choose(kind, way, on)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-3 flex items-start justify-between gap-6">
        <p>
          <span className="block font-medium">Say what was written</span>
          <span className="block text-ink-muted text-xs">
            A desktop notice shows the beginning of the message, which others at your screen can
            read.
          </span>
        </p>
        <Switch
          label="Say what was written"
          checked={choices.preview}
          onCheckedChange={(preview) => change((now) => ({ ...now, preview }))}
          className="mt-1 mr-6"
        />
      </div>
      <DesktopPermission />
    </section>
  );
}

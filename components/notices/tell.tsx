import { hasAttention } from '@/components/live/use-attention';
import { toast } from '@/components/ui/toast';
import { noticeChoices } from './kept-notices';
import { desktopBody, type Notice } from './notice';
import { isFirstToTell } from './one-tab';
import { playNotice } from './sound';
import { waysToTell } from './ways-to-tell';

/** The tab that somebody is at answers first, then one that can be seen. */
const PATIENCE_MS = { attended: 0, visible: 200, hidden: 400 };

/** Tells of it once in this browser, as chosen and as its pages stand. */
export async function tell(notice: Notice, open: (href: string) => void): Promise<void> {
  const isVisible = document.visibilityState === 'visible';
  const isAttended = hasAttention();
  const state = isAttended ? 'attended' : isVisible ? 'visible' : 'hidden';
  await new Promise((waited) => setTimeout(waited, PATIENCE_MS[state]));
  if (!(await isFirstToTell(notice.id))) return;
  const choices = noticeChoices();
  const ways = waysToTell({
    isVisible,
    isAttended,
    isOnScreen: isOnScreen(notice),
    mayDesktop: desktopPermission() === 'granted',
    chosen: choices[notice.kind],
  });
  if (ways.sound) void playNotice();
  if (ways.toast) showToast(notice, open);
  if (ways.desktop) showOnDesktop(notice, choices.preview, open);
}

function showToast(
  { place, title, about, text, href }: Notice,
  open: (href: string) => void,
): void {
  toast(title, {
    id: place,
    description: (
      <>
        <bdi>{about}</bdi>
        {text !== null && (
          <>
            : <bdi>{text}</bdi>
          </>
        )}
      </>
    ),
    action: { label: 'Open', onClick: () => open(href) },
  });
}

/** What the browser allows; null where it knows no such notices. */
export function desktopPermission(): NotificationPermission | null {
  return 'Notification' in window ? Notification.permission : null;
}

function showOnDesktop(notice: Notice, preview: boolean, open: (href: string) => void): void {
  try {
    const shown = new Notification(notice.title, {
      body: desktopBody(notice, preview),
      tag: notice.place,
    });
    shown.onclick = () => {
      window.focus();
      open(notice.href);
      shown.close();
    };
  } catch {
    // Phones allow them to service workers alone.
  }
}

/** Whether the page shows what it is about: the conversation, or the queue that it came into. */
function isOnScreen({ kind, href }: Notice): boolean {
  const { pathname } = window.location;
  return kind === 'arrival' ? pathname.startsWith('/queue') : pathname === href;
}

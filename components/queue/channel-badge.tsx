import {
  AtSign,
  Code,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  Phone,
  Smartphone,
} from 'lucide-react';

const ICONS: readonly [RegExp, LucideIcon][] = [
  [/mail/i, Mail],
  [/web|site|chat/i, Globe],
  [/twitter|^x$|mastodon|social|instagram/i, AtSign],
  [/app$|ios|android|mobile/i, Smartphone],
  [/phone|voice|call/i, Phone],
  [/^api$/i, Code],
];

/** The sign of a channel on an avatar's corner, with its name for who cannot see it. */
export function ChannelBadge({ channel, label }: { channel: string; label: string }) {
  const Icon = ICONS.find(([pattern]) => pattern.test(channel))?.[1] ?? MessageCircle;
  return (
    <span
      title={label}
      className="flex size-3.5 items-center justify-center rounded-full bg-panel text-ink-muted ring-1 ring-line-strong"
    >
      <Icon aria-hidden="true" className="size-2" strokeWidth={2.5} />
    </span>
  );
}

'use client';

import { Keyboard, LogOut, Monitor, Moon, Search, SlidersHorizontal, Sun } from 'lucide-react';
import Link from 'next/link';
import { useTheme } from 'next-themes';
import { useState } from 'react';
import { send } from '@/components/auth/send';
import { KeyHint } from '@/components/shortcuts/key-caps';
import { runShortcut } from '@/components/shortcuts/shortcut-runs';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/class-names';
import { forgetSession } from '@/components/ui/kept-state';
import {
  Menu,
  MenuChoice,
  MenuChoices,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import type { PersonWire } from '@/lib/desk/wire';
import { railLineLook } from './rail-look';

const THEMES = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
] as const;

const ROLE_WORDS = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' } as const;

/** Who is signed in, how the desk looks to them, and the way out. */
export function PersonMenu({ me, inWords }: { me: PersonWire; inWords: boolean }) {
  const { theme, setTheme } = useTheme();
  const [leaving, setLeaving] = useState(false);

  const signOut = async () => {
    setLeaving(true);
    try {
      await send('/api/auth/sign-out', {});
      forgetSession();
      window.location.assign('/sign-in');
    } catch {
      setLeaving(false);
      toast.error('You are still signed in: the desk did not answer. Try again.');
    }
  };

  return (
    <Menu>
      <Tooltip label={me.name} side="right">
        <MenuTrigger
          aria-label={`${me.name}, ${ROLE_WORDS[me.role]}: account and theme`}
          className={cn(railLineLook(inWords), 'aria-expanded:bg-selected')}
        >
          <Avatar name={me.name} size={24} />
          <span className="text-xs md:sr-only">You</span>
          {inWords && <bdi className="hidden min-w-0 truncate text-sm wide:block">{me.name}</bdi>}
        </MenuTrigger>
      </Tooltip>
      <MenuContent side="top" align="start" className="w-60">
        <div className="px-2 pt-1.5 pb-1">
          <p className="truncate font-medium" dir="auto">
            {me.name}
          </p>
          <p className="truncate text-ink-muted text-xs">
            {ROLE_WORDS[me.role]} · {me.email}
          </p>
        </div>
        <MenuSeparator />
        <MenuLabel>Theme</MenuLabel>
        <MenuChoices value={theme ?? 'system'} onValueChange={setTheme}>
          {THEMES.map(({ value, label, icon: Icon }) => (
            <MenuChoice key={value} value={value} onSelect={(event) => event.preventDefault()}>
              <Icon aria-hidden="true" className="text-ink-muted" />
              {label}
            </MenuChoice>
          ))}
        </MenuChoices>
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/preferences">
            <SlidersHorizontal aria-hidden="true" className="text-ink-muted" />
            Preferences
          </Link>
        </MenuItem>
        <MenuItem onSelect={() => runShortcut('palette')}>
          <Search aria-hidden="true" className="text-ink-muted" />
          <span className="flex-1">Find anything</span>
          <KeyHint id="palette" />
        </MenuItem>
        <MenuItem onSelect={() => runShortcut('help')}>
          <Keyboard aria-hidden="true" className="text-ink-muted" />
          <span className="flex-1">Keyboard shortcuts</span>
          <KeyHint id="help" />
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          disabled={leaving}
          onSelect={(event) => {
            event.preventDefault();
            signOut();
          }}
        >
          <LogOut aria-hidden="true" className="text-ink-muted" />
          {leaving ? 'Signing out…' : 'Sign out'}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

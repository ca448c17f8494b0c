'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useSavedViews } from '@/components/live/saved-views';
import { isFiltered, useQueueAddress } from '@/components/live/use-queue-address';
import { late, useLate } from '@/components/ui/late';
import { Menu, MenuContent, MenuTrigger } from '@/components/ui/menu';
import { useOpenView } from './use-open-view';
import type { ViewAsking } from './view-asking';

const lateLines = late(() => import('./view-menu-lines'));
const lateSave = late(() => import('./save-view-dialog'));
const lateDelete = late(() => import('./delete-view-dialog'));

/** The name of what the queue shows; opens the saved views and what can be done with the open one. */
export function ViewMenu() {
  const open = useOpenView();
  const views = useSavedViews();
  const { address } = useQueueAddress();
  const [asking, setAsking] = useState<ViewAsking | null>(null);
  const lines = useLate(lateLines, true);
  const save = useLate(lateSave, asking === 'save' || asking === 'change');
  const remove = useLate(lateDelete, asking === 'delete');
  const close = () => setAsking(null);
  const name = open?.view.name ?? 'Queue';
  const plain = !isFiltered(address) && address.order === 'priority';
  return (
    <>
      <Menu>
        <MenuTrigger
          title={name}
          className="-ml-1.5 flex h-6 max-w-full items-center gap-1 rounded-md px-1.5 transition-colors hover:bg-selected focus-visible:-outline-offset-1 data-[state=open]:bg-selected pointer-coarse:relative pointer-coarse:after:absolute pointer-coarse:after:-inset-y-2.5 pointer-coarse:after:inset-x-0"
        >
          <bdi className="truncate">{name}</bdi>
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        </MenuTrigger>
        <MenuContent align="start" className="w-72">
          {lines && (
            <lines.ViewMenuLines open={open} views={views} plain={plain} onAsk={setAsking} />
          )}
        </MenuContent>
      </Menu>
      {asking === 'save' && save && <save.SaveViewDialog view={null} onClose={close} />}
      {asking === 'change' && open && save && (
        <save.SaveViewDialog view={open.view} onClose={close} />
      )}
      {asking === 'delete' && open && remove && (
        <remove.DeleteViewDialog view={open.view} onClose={close} />
      )}
    </>
  );
}

'use client';

import type { ComponentProps } from 'react';
import type { ConfirmSurface } from './confirm-surface';
import { late, useLate } from './late';

const lateSurface = late(() => import('./confirm-surface'));

/** Asks before something is done. It stays open while busy; close it by `open` when the work is done. */
export function ConfirmDialog(props: ComponentProps<typeof ConfirmSurface>) {
  const surface = useLate(lateSurface, props.open);
  return surface && <surface.ConfirmSurface {...props} />;
}

import type { ExternalToast } from 'sonner';
import { late, whenHere } from './late';

export type ToastOptions = ExternalToast;

/** Where toasts appear, and what makes one. */
export const lateToaster = late(() => import('./toaster-surface'));

/** A short answer to what somebody did. What is said before toasts can appear waits for that. */
export function toast(title: string, options?: ExternalToast): void {
  whenHere(lateToaster, ({ sonner }) => sonner(title, options));
}

toast.success = (title: string, options?: ExternalToast): void => {
  whenHere(lateToaster, ({ sonner }) => sonner.success(title, options));
};

toast.error = (title: string, options?: ExternalToast): void => {
  whenHere(lateToaster, ({ sonner }) => sonner.error(title, options));
};

/** Takes it away before its time. */
toast.dismiss = (id: string): void => {
  lateToaster.now()?.sonner.dismiss(id);
};

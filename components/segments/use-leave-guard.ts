'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

type Leaving = { go: () => void };

/**
 * While `dirty`, holds back what would leave the page: a closed tab (the browser asks), a link,
 * and, where the browser can, the back button. Then `asking` is true until `stay` or `leave`.
 */
export function useLeaveGuard(dirty: boolean) {
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const router = useRouter();
  const allowed = useRef(false);

  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
      if (!(link instanceof HTMLAnchorElement) || elsewhere || link.target === '_blank') return;
      const url = new URL(link.href);
      if (url.origin !== window.location.origin || url.pathname === window.location.pathname)
        return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving({ go: () => router.push(url.pathname + url.search) });
    };
    const onNavigate = (event: NavigateEvent) => {
      if (allowed.current || event.navigationType !== 'traverse' || !event.cancelable) return;
      event.preventDefault();
      const key = event.destination.key;
      setLeaving({ go: () => void window.navigation.traverseTo(key) });
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    const navigation = 'navigation' in window ? window.navigation : null;
    navigation?.addEventListener('navigate', onNavigate);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      navigation?.removeEventListener('navigate', onNavigate);
    };
  }, [dirty, router]);

  const leave = () => {
    allowed.current = true;
    leaving?.go();
  };
  return { asking: leaving !== null, stay: () => setLeaving(null), leave };
}

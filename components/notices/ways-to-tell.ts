import type { Ways } from './kept-notices';

/** What a tab knows when it is its turn to tell. */
export type Situation = {
  /** Whether the page is visible. */
  isVisible: boolean;
  /** Whether somebody is at the page. */
  isAttended: boolean;
  /** Whether the page shows what it is about. */
  isOnScreen: boolean;
  /** Whether the browser allows desktop notices. */
  mayDesktop: boolean;
  /** What its person has chosen. */
  chosen: Ways;
};

/**
 * How to tell: not at all to somebody who looks at it already, by a toast where the page is seen,
 * on the desktop where it is hidden, and with the sound that was chosen.
 */
export function waysToTell(situation: Situation): Ways & { toast: boolean } {
  const { isVisible, isAttended, isOnScreen, mayDesktop, chosen } = situation;
  if (isAttended && isOnScreen) return { sound: false, desktop: false, toast: false };
  return {
    sound: chosen.sound,
    desktop: !isVisible && mayDesktop && chosen.desktop,
    toast: isVisible,
  };
}

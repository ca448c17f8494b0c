import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * For controls that take each other's place: after `back()` and the render that follows, the focus
 * is on the first button in `place` if what had it is gone, and stays where it is if not.
 */
export function useFocusBack<Place extends HTMLElement>() {
  const place = useRef<Place>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn === 0 || document.activeElement !== document.body) return;
    place.current?.querySelector('button')?.focus();
  }, [turn]);
  const back = useCallback(() => setTurn((before) => before + 1), []);
  return { place, back };
}

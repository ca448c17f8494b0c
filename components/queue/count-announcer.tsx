'use client';

import { useEffect, useRef, useState } from 'react';

const QUIET_MS = 5_000;

/** Says a count politely when it changed, at most every few seconds. */
export function CountAnnouncer({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  }, [words]);
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), QUIET_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

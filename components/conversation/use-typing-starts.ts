'use client';

import { useEffect, useRef, useState } from 'react';
import type { PersonPresent } from '@/lib/realtime/protocol';

/** Who began to type last, until nobody types: what is worth saying aloud, and nothing else. */
export function useTypingStarts(people: readonly PersonPresent[]): readonly PersonPresent[] {
  const [begun, setBegun] = useState<readonly PersonPresent[]>([]);
  const typed = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const typing = people.filter((person) => person.typing);
    const started = typing.filter(({ id }) => !typed.current.has(id));
    typed.current = new Set(typing.map(({ id }) => id));
    if (started.length > 0) setBegun(started);
    else if (typing.length === 0) setBegun((now) => (now.length > 0 ? [] : now));
  }, [people]);
  return begun;
}

'use client';

import { late, useWhenHere } from '@/components/ui/late';
import type { TypedOffers } from '@/components/ui/typed-offers';
import { emojiQuery } from './emoji-query';

const lateFinder = late(() => import('./find-emoji'));
const MOST_OFFERS = 8;

/** Finds emoji for a name that is being typed behind a colon, as in `:smile`. */
export function useEmojiOffers(): (text: string, caret: number) => TypedOffers | null {
  const finder = useWhenHere(lateFinder);
  return (text, caret) => {
    const query = finder && emojiQuery(text, caret);
    if (!query) return null;
    const offers = finder.findEmoji(query.typed, MOST_OFFERS).map(({ sign, name }) => ({
      id: sign,
      written: sign,
      shown: (
        <>
          <span aria-hidden="true" className="w-6 text-center text-base">
            {sign}
          </span>
          <span className="min-w-0 flex-1 truncate">{name}</span>
        </>
      ),
    }));
    return { ...query, label: 'Emoji', offers };
  };
}

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type Doing, PresenceLine, PresenceWords } from '@/components/queue/presence-words';

it.each<[string, string[], Doing, string]>([
  ['one colleague', ['Kim'], 'typing', 'Kim is typing…'],
  ['two', ['Kim', 'Sam'], 'looking', 'Kim and Sam are looking'],
  ['three', ['Kim', 'Sam', 'Lea'], 'typing', 'Kim, Sam and 1 more are typing…'],
  ['many', ['Kim', 'Sam', 'Lea', 'Tom', 'Ada'], 'looking', 'Kim, Sam and 3 more are looking'],
])('%s in words', (_, names, doing, words) => {
  const people = names.map((name) => ({ id: name, name, typing: doing === 'typing' }));
  const markup = renderToStaticMarkup(<PresenceWords people={people} doing={doing} />);
  expect(markup.replace(/<\/?bdi>/g, '')).toBe(words);
  const line = renderToStaticMarkup(<PresenceLine people={people} doing={doing} />);
  expect(line.replace(/<[^>]*>/g, '')).toBe(words);
  for (const name of names.slice(0, 2))
    expect(markup, 'a name keeps its own direction').toContain(`<bdi>${name}</bdi>`);
});

import { expect, it, vi } from 'vitest';
import { createAttachingStore } from '@/components/conversation/attaching-store';
import { ApiFailure } from '@/components/live/call-api';
import type { Attachment } from '@/lib/desk/facts';

const CAT: Attachment = { id: 'f1', name: 'cat.png', type: 'image/png', bytes: 3 };
const cat = () => new File(['cat'], 'cat.png', { type: 'image/png' });

/** Uploads that the test ends. */
function uploads() {
  const asked: {
    file: File;
    progress: (part: number) => void;
    resolve: (attachment: Attachment) => void;
    reject: (error: Error) => void;
    stop: () => void;
  }[] = [];
  const store = createAttachingStore((file, progress) => {
    const stop = vi.fn();
    const done = new Promise<Attachment>((resolve, reject) => {
      asked.push({ file, progress, resolve, reject, stop });
    });
    return { done, stop };
  });
  return { asked, store, list: () => store.list('c1') };
}

it('a file tells how far it is, is there, and goes with one message', async () => {
  const { asked, store, list } = uploads();
  expect(store.add('c1', [cat()])).toBe(0);
  expect(list()).toMatchObject([{ name: 'cat.png', bytes: 3, progress: 0, attachment: null }]);
  asked[0]?.progress(0.5);
  expect(list()).toMatchObject([{ progress: 0.5 }]);
  asked[0]?.resolve(CAT);
  await vi.waitFor(() => expect(list()).toMatchObject([{ attachment: CAT, problem: null }]));
  expect(store.list('c2')).toEqual([]);
  expect(store.take('c1')).toEqual([CAT]);
  expect(list()).toEqual([]);
  store.putBack('c1', [CAT]);
  expect(store.take('c1')).toEqual([CAT]);
});

it('a failure that may pass can be tried again, a refusal cannot', async () => {
  const { asked, store, list } = uploads();
  store.add('c1', [cat(), cat()]);
  asked[0]?.reject(new ApiFailure(0, 'unreachable', 'Not reached.'));
  asked[1]?.reject(new ApiFailure(400, 'invalid', 'Not this one.'));
  await vi.waitFor(() =>
    expect(list().map(({ problem }) => problem)).toEqual([
      { message: 'Not reached.', passes: true },
      { message: 'Not this one.', passes: false },
    ]),
  );
  store.retry('c1', list()[0]?.key ?? '');
  expect(list()).toMatchObject([{ problem: null, progress: 0 }, {}]);
  asked[2]?.resolve(CAT);
  await vi.waitFor(() => expect(list()).toMatchObject([{ attachment: CAT }, {}]));
});

it('a file that is taken out is brought no further', () => {
  const { asked, store, list } = uploads();
  store.add('c1', [cat()]);
  store.remove('c1', list()[0]?.key ?? '');
  expect(asked[0]?.stop).toHaveBeenCalledOnce();
  expect(list()).toEqual([]);
});

it('more files than fit are left, and one too large is not brought at all', () => {
  const { asked, store, list } = uploads();
  const large = new File([new Uint8Array(10_000_001)], 'film.png');
  expect(store.add('c1', [large, ...Array.from({ length: 11 }, cat)])).toBe(2);
  expect(list()).toHaveLength(10);
  expect(list()[0]?.problem).toEqual({ message: 'A file has at most 10 MB.', passes: false });
  expect(asked).toHaveLength(9);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '@/lib/segments/fold';

it('text that differs only in case, outer white space or composition folds alike', () => {
  expect(fold(' Platinum\n')).toBe('platinum');
  expect(fold('STRASSE')).toBe(fold('straße'));
  expect(fold('STRAẞE')).toBe(fold('straße'));
  expect(fold('ΣΊΣΥΦΟΣ')).toBe(fold('σίσυφος'));
  expect(fold('e\u0301')).toBe(fold('É'));
});

it('accents, inner white space and letters that only look alike stay apart', () => {
  expect(fold('é')).not.toBe(fold('e'));
  expect(fold('a  b')).not.toBe(fold('a b'));
  expect(fold('А')).not.toBe(fold('A'));
});

it('the composition in which text came makes no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      expect(fold(` ${text}\n`)).toBe(fold(text));
    }),
  );
});

it('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
  expect(fold(fold('ẞ'))).toBe('ss');
});

it('plain ASCII, which takes a short cut, folds as all other text does', () => {
  const ascii = fc.string({ unit: 'binary-ascii', maxLength: 20 });
  fc.assert(
    fc.property(ascii, (text) => {
      // A letter that is not ASCII closes the short cut, and is its own fold.
      expect(fold(`${text}|ж`)).toBe(`${fold(`${text}|`)}ж`);
    }),
  );
});

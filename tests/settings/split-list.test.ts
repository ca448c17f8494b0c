import { describe, expect, it } from 'vitest';
import { splitList } from '@/components/segments/split-list';

describe('typing a list of operands', () => {
  it('takes an operand at each comma and leaves what is still being typed', () => {
    expect(splitList('Belgium, BE,Belg', false)).toEqual({ done: ['Belgium', 'BE'], rest: 'Belg' });
  });

  it('takes pasted lines, whatever ends them', () => {
    expect(splitList('Belgium\r\nBE\nLux;NL;', false)).toEqual({
      done: ['Belgium', 'BE', 'Lux', 'NL'],
      rest: '',
    });
  });

  it('leaves a comma in quotes alone', () => {
    expect(splitList('"Washington, DC",Paris', false)).toEqual({
      done: ['"Washington, DC"'],
      rest: 'Paris',
    });
  });

  it('never makes two numbers of one with a comma in it', () => {
    expect(splitList('1,000', true)).toEqual({ done: [], rest: '1,000' });
    expect(splitList('1;2', true)).toEqual({ done: ['1'], rest: '2' });
  });

  it('makes nothing of separators alone', () => {
    expect(splitList(', ,\n', false)).toEqual({ done: [], rest: '' });
  });
});

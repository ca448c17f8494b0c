/** Complete operands at the beginning of what was typed or pasted, and what is still being typed. */
export type SplitList = { done: string[]; rest: string };

/**
 * Splits at line ends and semicolons, and at commas unless the attribute is a number (1,000 is no
 * two numbers). What stands in straight double quotes stays together.
 */
export function splitList(typed: string, numbers: boolean): SplitList {
  const done: string[] = [];
  let rest = '';
  let quoted = false;
  for (const character of typed) {
    if (character === '"') quoted = !quoted;
    const separates = /[\n\r;]/.test(character) || (character === ',' && !numbers);
    if (separates && !quoted) {
      if (rest.trim() !== '') done.push(rest.trim());
      rest = '';
    } else {
      rest += character;
    }
  }
  return { done, rest: rest.trimStart() };
}

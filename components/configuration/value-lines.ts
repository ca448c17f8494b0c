import { FORMAT_OPTIONS, MANAGER_OPTIONS } from '@/components/workspace/attribute-words';
import { fieldsOf } from '@/components/workspace/fields-of';
import type { Attributes } from '@/lib/attributes/attribute';
import { OPERATORS } from '@/lib/segments/operator';
import { conditionSentence } from '@/lib/segments/sentence';

type Options = readonly { value: unknown; label: string }[];

/** The fields whose values have words of their own. */
const OPTIONS: ReadonlyMap<string, Options> = new Map<string, Options>([
  ['format', FORMAT_OPTIONS],
  ['manager', MANAGER_OPTIONS],
]);

/** A field's value as people read it, a line for each thing in it; none for no value. */
export function valueLines(field: string, value: unknown, attributes: Attributes): string[] {
  if (value === null || value === undefined) return [];
  const options = OPTIONS.get(field);
  if (options) return [options.find((one) => one.value === value)?.label ?? String(value)];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'number' || typeof value === 'string') return [String(value)];
  if (Array.isArray(value)) return value.map((one) => thingLine(one, attributes));
  return Object.entries(value).flatMap(([inner, one]) =>
    valueLines(inner, one, attributes).map((line) => `${inner}: ${line}`),
  );
}

/** A thing of a list: a condition as a sentence, an attribute by its label. */
function thingLine(thing: unknown, attributes: Attributes): string {
  if (typeof thing === 'string') return thing;
  const { attribute: key, operator: given, operand, path, required } = fieldsOf(thing);
  const attribute = typeof key === 'string' ? attributes.get(key) : undefined;
  const operator = OPERATORS.find((one) => one === given);
  if (typeof key === 'string' && operator) {
    const operands = Array.isArray(operand) ? operand.map(String) : undefined;
    const condition = {
      attribute: key,
      operator,
      operand: typeof operand === 'string' ? operand : operands,
    };
    return conditionSentence(condition, attribute);
  }
  const label = attribute?.label ?? String(key);
  if (path !== undefined) return `${label} from ${path}`;
  return required === true ? `${label}, required` : label;
}

/** What is gone and what is new among lines, each once; both are the whole where only their order is another. */
export function lineChange(
  before: readonly string[],
  after: readonly string[],
): { gone: string[]; come: string[] } {
  const was = new Set(before);
  const is = new Set(after);
  const gone = [...was].filter((line) => !is.has(line));
  const come = [...is].filter((line) => !was.has(line));
  if (gone.length > 0 || come.length > 0) return { gone, come };
  return { gone: [...was], come: [...is] };
}

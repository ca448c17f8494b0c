import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FORMATS, type Manager, type Scalar } from '@/lib/attributes/attribute';
import { formatLabel } from '@/lib/attributes/formats';
import { operatorLabel, operatorsFor } from '@/lib/segments/offered';
import { OPERATORS } from '@/lib/segments/operator';
import type { TruthCase, TruthSection } from '@/lib/segments/truth-case';
import { TRUTH_TABLE } from '@/lib/segments/truth-table';

const MANAGED_BY: Record<Manager, string> = {
  agent: 'agents',
  channel: 'the channel',
  crm: 'the CRM',
};

/** Where the page is kept. */
export const OPERATORS_PAGE = fileURLToPath(new URL('../docs/operators.md', import.meta.url));

/** The page on operators, written from the same truth table that tests them. */
export function operatorsPage(): string {
  return [
    '# Operators',
    '',
    '<!-- Written by `npx tsx scripts/operators-page.ts` from lib/segments/truth-table.ts. -->',
    '',
    'A condition is one attribute, one operator and one operand. What each operator means is shown',
    'by example below; every line is also a test.',
    '',
    '- Operands need no quotes: one surrounding pair of double quotes is dropped.',
    '- Numbers are plain digits: `1000`, `-2.5`. Dates are days, `2025-03-31`, or instants with their',
    '  offset, `2025-03-31T09:30:00+02:00`. Yes/no operands are `yes` and `no`.',
    '- A missing value matches no positive operator. “Is not” and “does not contain” are the exact',
    '  complement of “is” and “contains”, so they hold for a missing value.',
    '',
    '## Which operators are offered',
    '',
    ...offeredTable(),
    '',
    'CRM: offered where the CRM manages the attribute.',
    ...TRUTH_TABLE.flatMap(section),
    '',
  ].join('\n');
}

function offeredTable(): string[] {
  const lines = OPERATORS.map((operator) => {
    const cells = FORMATS.map((format) => {
      if (operatorsFor({ format, manager: 'agent' }).includes(operator)) {
        return operatorLabel(operator, format);
      }
      return operatorsFor({ format, manager: 'crm' }).includes(operator)
        ? `${operatorLabel(operator, format)} (CRM)`
        : '–';
    });
    return line([code(operator), ...cells]);
  });
  return [...heading(['Operator', ...FORMATS.map(formatLabel)]), ...lines];
}

function section({ title, about, attribute, timeZone, cases }: TruthSection): string[] {
  const state = attribute.enabled ? '' : ', disabled';
  return [
    '',
    `## ${title}`,
    '',
    `${about} (${formatLabel(attribute.format)}, managed by ${MANAGED_BY[attribute.manager]}${state}; time zone ${timeZone}.)`,
    '',
    ...heading(['Value', 'Operator', 'Operand', 'Holds', 'Because']),
    ...cases.map((truth) => caseLine(truth, attribute.format)),
  ];
}

function caseLine(truth: TruthCase, format: TruthSection['attribute']['format']): string {
  const { operand = [] } = truth;
  const operands = typeof operand === 'string' ? [operand] : operand;
  return line([
    shown(truth.value),
    operatorLabel(truth.operator, format),
    operands.map(code).join(', '),
    truth.holds ? '**yes**' : 'no',
    truth.note ?? '',
  ]);
}

function shown(value: Scalar | undefined): string {
  if (value === undefined) return '*no value*';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  // As JSON, so that white space at the ends can be seen, and accents that are characters of their own.
  return code(
    JSON.stringify(value).replaceAll('\u00a0', '\\u00a0').replaceAll('\u0308', '\\u0308'),
  );
}

function code(text: string): string {
  return `\`${text}\``;
}

function heading(cells: string[]): string[] {
  return [line(cells), line(cells.map(() => '---'))];
}

function line(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(OPERATORS_PAGE, operatorsPage());

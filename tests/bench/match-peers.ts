import { evalCondition } from '@growthbook/growthbook';
import { Parser, type Values } from 'expr-eval';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { Query } from 'mingo';
import type { Operator } from '@/lib/segments/operator';
import type { Facts, PlainCondition, PlainSegment } from './match-facts';

/** An engine that knows all segments: the ids of those that hold. */
export type Evaluate = (facts: Facts) => Set<string>;
export type Peer = { name: string; prepare: (segments: readonly PlainSegment[]) => Evaluate };

/** The same of an engine that answers later. */
export type AsyncPeer = {
  name: string;
  prepare: (segments: readonly PlainSegment[]) => (facts: Facts) => Promise<Set<string>>;
};

/** Each segment is one expression of the engine, prepared as far as the engine can. */
function each(
  segments: readonly PlainSegment[],
  compile: (segment: PlainSegment) => (facts: Facts) => boolean,
): Evaluate {
  const compiled = segments.map((segment) => ({ id: segment.id, holds: compile(segment) }));
  return (facts) => {
    const matches = new Set<string>();
    for (const { id, holds } of compiled) if (holds(facts)) matches.add(id);
    return matches;
  };
}

const jsonLogic: Peer = {
  name: 'json-logic-engine (built)',
  prepare(segments) {
    const engine = new LogicEngine();
    return each(segments, ({ all, conditions }) => {
      const built = engine.build({ [all ? 'and' : 'or']: conditions.map(logicOf) });
      return (facts) => Boolean(built(facts));
    });
  },
};

function logicOf({ key, operator, operands }: PlainCondition): object {
  const fact = { var: key };
  const [operand = null] = operands;
  const known = (logic: object) => ({ and: [{ '!==': [fact, null] }, logic] });
  const length = String(operand).length;
  switch (operator) {
    case 'eq':
      return { '===': [fact, operand] };
    case 'ne':
      return { '!==': [fact, operand] };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return known({ [SIGNS[operator]]: [fact, operand] });
    case 'contains':
      return known({ in: [operand, fact] });
    case 'notContains':
      return { '!': [known({ in: [operand, fact] })] };
    case 'beginsWith':
      return known({ '===': [{ substr: [fact, 0, length] }, operand] });
    case 'endsWith':
      return known({ '===': [{ substr: [fact, -length] }, operand] });
    case 'anyOf':
      return { in: [fact, operands] };
    case 'notEmpty':
      return { and: [{ '!==': [fact, null] }, { '!==': [fact, ''] }] };
    case 'isEmpty':
      return { or: [{ '===': [fact, null] }, { '===': [fact, ''] }] };
  }
}

const SIGNS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

const growthBook: Peer = {
  name: 'GrowthBook evalCondition',
  prepare: (segments) =>
    each(segments, ({ all, conditions }) => {
      const condition = { [all ? '$and' : '$or']: conditions.map(growthBookOf) };
      return (facts) => evalCondition(facts, condition);
    }),
};

function growthBookOf(condition: PlainCondition): object {
  const { key, operator } = condition;
  const asked = mongoOf(condition);
  // It takes null for 0, and for the text "null".
  const guarded = /^([gl]te?|contains|beginsWith|endsWith)$/.test(operator);
  return { [key]: guarded ? { $exists: true, ...asked } : asked };
}

const mingo: Peer = {
  name: 'mingo Query',
  prepare: (segments) =>
    each(segments, ({ all, conditions }) => {
      const asked = conditions.map((condition) => ({ [condition.key]: mongoOf(condition) }));
      const query = new Query({ [all ? '$and' : '$or']: asked }, {});
      return (facts) => query.test(facts);
    }),
};

function mongoOf({ operator, operands }: PlainCondition): object {
  const [operand = null] = operands;
  const part = String(operand).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  switch (operator) {
    case 'contains':
      return { $regex: part };
    case 'notContains':
      return { $not: { $regex: part } };
    case 'beginsWith':
      return { $regex: `^${part}` };
    case 'endsWith':
      return { $regex: `${part}$` };
    case 'anyOf':
      return { $in: operands };
    case 'notEmpty':
      return { $nin: [null, ''] };
    case 'isEmpty':
      return { $in: [null, ''] };
    default:
      return { [`$${operator}`]: operand };
  }
}

const exprEval: Peer = {
  name: 'expr-eval',
  prepare(segments) {
    const parser = new Parser();
    // The language has no other way to look at the end of a text.
    parser.functions.endsWith = (text: string, part: string) => text.endsWith(part);
    return each(segments, ({ all, conditions }) => {
      const words = conditions.map((condition) => `(${expressionOf(condition)})`);
      const expression = parser.parse(words.join(all ? ' and ' : ' or '));
      return (facts) => Boolean(expression.evaluate(valuesOf(facts)));
    });
  },
};

function expressionOf({ key, operator, operands }: PlainCondition): string {
  const literals = operands.map((operand) => JSON.stringify(operand));
  const [literal = ''] = literals;
  switch (operator) {
    case 'eq':
      return `${key} == ${literal}`;
    case 'ne':
      return `${key} != ${literal}`;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return `${key} != none and ${key} ${SIGNS[operator]} ${literal}`;
    case 'contains':
      return `${key} != none and indexOf(${literal}, ${key}) >= 0`;
    case 'notContains':
      return `${key} == none or indexOf(${literal}, ${key}) < 0`;
    case 'beginsWith':
      return `${key} != none and indexOf(${literal}, ${key}) == 0`;
    case 'endsWith':
      return `${key} != none and endsWith(${key}, ${literal})`;
    case 'anyOf':
      return `${key} in [${literals.join(', ')}]`;
    case 'notEmpty':
      return `${key} != none and ${key} != ""`;
    case 'isEmpty':
      return `${key} == none or ${key} == ""`;
  }
}

/** The engine takes null and booleans, which its types leave out. */
function valuesOf(facts: Facts): Values {
  return facts as Values;
}

const jsonRules: AsyncPeer = {
  name: 'json-rules-engine',
  prepare(segments) {
    const engine = new Engine([]);
    for (const { id, all, conditions } of segments) {
      const asked = conditions.map(ruleOf);
      engine.addRule({ conditions: all ? { all: asked } : { any: asked }, event: { type: id } });
    }
    return async (facts) => {
      const { events } = await engine.run(facts);
      return new Set(events.map(({ type }) => type));
    };
  },
};

const RULE_OPERATORS: Partial<Record<Operator, string>> = {
  eq: 'equal',
  ne: 'notEqual',
  gt: 'greaterThan',
  gte: 'greaterThanInclusive',
  lt: 'lessThan',
  lte: 'lessThanInclusive',
  anyOf: 'in',
  notEmpty: 'notIn',
  isEmpty: 'in',
};

/** Parts of text are what it has no operators for. */
export const RULE_MIX_LEFT_OUT: readonly Operator[] = [
  'contains',
  'notContains',
  'beginsWith',
  'endsWith',
];

function ruleOf({ key, operator, operands }: PlainCondition) {
  const ruleOperator = RULE_OPERATORS[operator];
  if (!ruleOperator) throw new Error(`json-rules-engine has no ${operator}.`);
  const listed = { anyOf: operands, notEmpty: [null, ''], isEmpty: [null, ''] };
  const value = new Map<string, unknown>(Object.entries(listed)).get(operator) ?? operands[0];
  return { fact: key, operator: ruleOperator, value };
}

/** The engines that can express every operator of the mix. */
export const PEERS: readonly Peer[] = [jsonLogic, growthBook, exprEval, mingo];
export const RULES_PEER: AsyncPeer = jsonRules;

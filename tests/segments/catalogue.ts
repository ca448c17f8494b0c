import type {
  Attribute,
  Attributes,
  AttributeValue,
  ContactValues,
  Scalar,
} from '@/lib/attributes/attribute';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';

/** A catalogue of the standard attributes, with some of the desk's own added or put in their place. */
export function catalogue(...own: Attribute[]): Attributes {
  return new Map([...STANDARD_ATTRIBUTES, ...own].map((attribute) => [attribute.key, attribute]));
}

/** One of the desk's own attributes. */
export function ownAttribute(key: string, changes: Partial<Attribute> = {}): Attribute {
  return {
    key,
    label: key,
    format: 'text',
    manager: 'agent',
    enabled: true,
    standard: false,
    position: 12,
    ...changes,
  };
}

/** What a contact has, all of it written by an agent at one time. */
export function contactValues(values: Record<string, Scalar>): ContactValues {
  return new Map(Object.entries(values).map(([key, value]) => [key, written(value)]));
}

export function written(value: Scalar): AttributeValue {
  return { value, source: 'agent', setAt: 1 };
}

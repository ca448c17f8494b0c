/** The formats an attribute's values can have. */
export const FORMATS = ['text', 'number', 'date', 'boolean'] as const;
export type Format = (typeof FORMATS)[number];

/** Who may write an attribute: people by hand, the channel, or the CRM. */
export const MANAGERS = ['agent', 'channel', 'crm'] as const;
export type Manager = (typeof MANAGERS)[number];

/** A named, typed kind of fact about contacts. */
export type Attribute = {
  key: string;
  label: string;
  format: Format;
  manager: Manager;
  enabled: boolean;
  /** Exists from the start and cannot be deleted. */
  standard: boolean;
  /** Place in the catalogue, from 0. */
  position: number;
};

/** What a value can be: text and dates are strings. */
export type Scalar = string | number | boolean;

/** What one contact has for one attribute. */
export type AttributeValue = {
  value: Scalar;
  /** As whom it was written. */
  source: Manager;
  /** Milliseconds since the epoch, by the store's clock. */
  setAt: number;
};

/** A contact's values by attribute key. A Map is one, in which a key such as `constructor` is just a key. */
export interface ContactValues extends Iterable<[attribute: string, value: AttributeValue]> {
  get(attribute: string): AttributeValue | undefined;
}

/** The catalogue by key. */
export type Attributes = ReadonlyMap<string, Attribute>;

export const ATTRIBUTE_KEY = /^[a-z][a-z0-9_]{0,62}$/;
export const MAX_LABEL_LENGTH = 80;
export const MAX_VALUE_LENGTH = 4_000;

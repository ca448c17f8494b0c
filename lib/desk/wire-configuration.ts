/** What leaves the desk about its configuration. */

/** The parts of the document, in its order. */
export const CONFIGURATION_PARTS = [
  'settings',
  'attributes',
  'channels',
  'segments',
  'prioritization',
  'cannedReplies',
  'sharedViews',
  'crm',
] as const;
export type ConfigurationPart = (typeof CONFIGURATION_PARTS)[number];

/** A field before and after, as the document writes it; null where it has none. */
export type ConfigurationFieldChange = { field: string; before: unknown; after: unknown };

/** A thing that is made, or whose fields change; its name is its natural key. */
export type ConfigurationChange = {
  name: string;
  change: 'added' | 'changed';
  fields: ConfigurationFieldChange[];
};

export type ConfigurationPartDifference = {
  part: ConfigurationPart;
  changes: ConfigurationChange[];
  /** The order of the things that there were before and after, by name; null if it stays. */
  order: { before: string[]; after: string[] } | null;
  /** How many the document mentions as they are. */
  unchanged: number;
  /** How many the document does not mention; they stay. */
  unmentioned: number;
};

/** What a document would change, or has changed. */
export type ConfigurationDifference = {
  added: number;
  changed: number;
  unchanged: number;
  unmentioned: number;
  /** The parts that the document mentions or that change with it. */
  parts: ConfigurationPartDifference[];
};

export type ConfigurationPreview = ConfigurationDifference & {
  /** Tells this configuration of the desk from every other: a conflict if it is another when the document is applied. */
  fingerprint: string;
  /** The first New conversations that would gain or lose priority and stand elsewhere; places count from 1. */
  moves: { conversationId: string; name: string; from: number; to: number }[];
  moved: number;
};

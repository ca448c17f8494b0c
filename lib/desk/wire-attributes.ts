import type { Manager } from '@/lib/attributes/attribute';
import type { SegmentPreview } from './wire';

/** What leaves the desk about one attribute. */

/** What names an attribute, and would break without it; and how many contacts have a value for it. */
export type AttributeDependents = {
  segments: { id: string; name: string }[];
  /** Those with a placeholder for it. */
  cannedReplies: { id: string; title: string }[];
  /** The webhook channels whose mapping fills it. */
  mappings: { channel: string; label: string }[];
  /** The channels whose messenger asks for it before the first message. */
  messengers: { channel: string; label: string }[];
  /** Whether the CRM is asked by it, or fills it. */
  crm: boolean;
  contacts: number;
};

/** What enabling or disabling an attribute would do to the queue; places in it count from 1. */
export type AttributePreview = Pick<SegmentPreview, 'moves' | 'moved'> & {
  /** The open conversations whose priority would change. */
  conversations: number;
  /**
   * The segments with a condition on it, by name, and how many contacts with an open conversation
   * match each now and would then.
   */
  segments: { id: string; name: string; highPriority: boolean; from: number; to: number }[];
};

/** A stretch of numbers, from one to before the other, and how many contacts lie in it. */
export type NumberBar = { from: number; to: number; contacts: number };

export const DATE_SPANS = ['month', 'year', 'decade', 'century'] as const;

/** How the values of an attribute are spread over the contacts that have one. */
export type Distribution =
  | { format: 'boolean'; yes: number; no: number }
  | {
      format: 'text';
      /** The most common ones, each as it was met first; case and white space around tell none apart. */
      texts: { text: string; contacts: number }[];
      /** The contacts that have another text. */
      others: number;
      /** How many different texts there are; of a great many only the first are told apart. */
      different: number;
      isComplete: boolean;
    }
  | {
      format: 'number';
      /** In order and without a hole. */
      bars: NumberBar[];
      least: number | null;
      most: number | null;
      /** Whether all are whole numbers. */
      isWhole: boolean;
    }
  | {
      format: 'date';
      span: (typeof DATE_SPANS)[number];
      /** By the month each begins with, `YYYY-MM`, in order and without a hole. */
      bars: { from: string; contacts: number }[];
    };

/** How many contacts have a value for an attribute, and which, among those looked at so far. */
export type AttributeCoverage = {
  scanned: number;
  total: number;
  /** Those with a value that is not empty. */
  contacts: number;
  bySource: Record<Manager, number>;
  distribution: Distribution;
  /** True on the last line, and on no other. */
  done: boolean;
};

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

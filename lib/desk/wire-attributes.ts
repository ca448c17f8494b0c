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

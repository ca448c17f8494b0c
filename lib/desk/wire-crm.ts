import type { CrmConnection } from './crm';
import type { SigningSecretWire } from './wire-webhooks';

/** How the CRM is asked; no connection until somebody has said so. */
export type CrmWire = {
  connection: CrmConnection | null;
  revision: number;
  secrets: SigningSecretWire[];
};

/** What lies at one path of a CRM's answer, and why it would not be kept. */
export type TriedFieldWire = {
  path: string;
  attribute: string;
  /** As text; null where nothing lies there. */
  found: string | null;
  problem: string | null;
};

/** What a CRM has answered to a try. */
export type CrmTriedWire = {
  /** What it was asked by. */
  key: string;
  status: number | null;
  tookMs: number | null;
  /** Null where it did not say. */
  isKnown: boolean | null;
  /** Its words, cut where they are too many to show. */
  answer: string | null;
  /** What lies where its version is to be. */
  version: string | null;
  fields: TriedFieldWire[];
  problem: string | null;
};

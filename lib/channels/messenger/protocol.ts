import type { WireError } from '@/lib/desk/wire';

/** What visitors' browsers and the desk say to each other, apart from everything that people see. */

export type Refusal = { error: WireError };

/** Where on the site a visitor is. */
export type PageWire = { url: string; referrer: string };

/** What a browser tells of itself. */
export type BrowserWire = { language: string; platform: string; timeZone: string };

/** What a site says of its visitor, by attribute key. */
export type SiteValues = Record<string, string | number | boolean | null>;

export type VisitorBegins = {
  channel: string;
  /** Of an earlier visit, to go on with it. */
  token?: string;
  /** Signed by the site's server: who is signed in there. */
  identity?: string;
  page?: PageWire;
  browser?: BrowserWire;
  values?: SiteValues;
};

export type VisitorMessage = {
  id: string;
  from: 'visitor' | 'desk';
  /** Who answered. */
  name: string | null;
  text: string;
  files: { name: string; type: string; bytes: number; url: string }[];
  at: string;
  /** The id that the visitor's own browser gave it. */
  sentAs: string | null;
};

export type VisitorBegun = {
  /** To go on with this visit later. */
  token: string;
  /** Whether the site has said who it is. */
  identified: boolean;
  /** The last messages, oldest first. */
  messages: VisitorMessage[];
  hasEarlier: boolean;
  /** Whether what is asked before a first message is still to be asked. */
  asks: boolean;
};

export type VisitorWrites = {
  /** Made by the browser: the same again is the same message. */
  messageId: string;
  text: string;
  /** What was asked before the first message. */
  answers?: Record<string, string>;
};

export type VisitorToServer = {
  'visitor:begin': (request: VisitorBegins, ack: (answer: VisitorBegun | Refusal) => void) => void;
  'visitor:write': (
    request: VisitorWrites,
    ack: (answer: { message: VisitorMessage } | Refusal) => void,
  ) => void;
  'visitor:earlier': (
    request: { before: string },
    ack: (answer: { messages: VisitorMessage[]; hasEarlier: boolean } | Refusal) => void,
  ) => void;
  'visitor:at': (
    request: PageWire,
    ack?: (answer: Record<string, never> | Refusal) => void,
  ) => void;
  /** The visitor presses keys, once a second at most, or has stopped. */
  'visitor:typing': (request: { typing: boolean }) => void;
  /** Answers which values were not kept, and why. */
  'visitor:values': (
    request: SiteValues,
    ack: (answer: { refused: { attribute: string; message: string }[] } | Refusal) => void,
  ) => void;
};

export type ServerToVisitor = {
  /** A message came: to all tabs of the visitor. One that is known already is the same message. */
  'visitor:message': (message: VisitorMessage) => void;
  /** Somebody writes an answer; with null, nobody any more. */
  'visitor:answering': (message: { name: string | null }) => void;
};

import type { Format } from '@/lib/attributes/attribute';

/** What the frame is told of its messenger; nothing of it is a secret. */
export type FrameSettings = {
  channel: string;
  /** The sites that may talk to it. */
  origins: string[];
  title: string;
  greeting: string;
  accent: string;
  side: 'right' | 'left';
  /** What is asked before the first message. */
  asked: { key: string; label: string; format: Format; required: boolean }[];
};

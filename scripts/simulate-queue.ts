import { z } from 'zod';
import type { DeskApi } from './desk-api';

/** The part of a queue entry that the simulation looks at. */
const entrySchema = z.object({
  conversationId: z.string(),
  contact: z.object({ externalId: z.string(), name: z.string() }),
  channel: z.string(),
});
const queueSchema = z.object({ total: z.number(), entries: z.array(entrySchema) });

export type Standing = z.infer<typeof entrySchema>;

/** One window of the queue; `filter` as in the query of GET /queue. */
export function readWindow(
  api: DeskApi,
  filter: Record<string, string>,
  limit: number,
  cookie?: string,
): Promise<z.infer<typeof queueSchema>> {
  const query = new URLSearchParams({ ...filter, limit: String(limit) });
  return api.call(queueSchema, { method: 'GET', path: `/queue?${query}`, cookie });
}

const detailSchema = z.object({
  values: z.array(z.object({ attribute: z.string(), value: z.unknown() })),
});

/** The language of a conversation's contact, if it is known. */
export async function readLanguage(api: DeskApi, id: string): Promise<string | undefined> {
  const { values } = await api.call(detailSchema, { method: 'GET', path: `/conversations/${id}` });
  const language = values.find(({ attribute }) => attribute === 'language')?.value;
  return typeof language === 'string' ? language : undefined;
}

import { mayWrite } from '@/lib/attributes/may-write';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory, channelMappingAsLoaded } from '@/lib/desk/expectations';
import type { Memory } from '@/lib/desk/memory';
import {
  MAPPED_FIELDS,
  MAX_MAPPED_ATTRIBUTES,
  type PayloadMapping,
} from '@/lib/desk/payload-mapping';
import { parsePath } from '@/lib/desk/payload-path';
import type { ChannelMappingRow } from '@/lib/desk/store';
import { webhookChannel } from './webhook-channel';

/**
 * Says how a channel's webhooks are read, from the next one on. `expect`, the revision the editor
 * saw, 0 for none, guards against a save between. Throws `invalid` for a path that is none or an
 * attribute that the channel may not fill, `conflict`, `not_found`.
 */
export async function saveChannelMapping({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { channel: string; mapping: PayloadMapping; expect?: number };
}): Promise<ChannelMappingRow> {
  authorise(ctx.caller, 'changeSettings');
  const { memory, store } = ctx.desk;
  const { key } = webhookChannel(memory, input.channel);
  return decide(ctx, 'saveChannelMapping', async () => {
    const catalogue = catalogueAsInMemory(memory);
    const after = checkedMapping(memory, input.mapping);
    const before = await store.channelMapping(key);
    const revision = before?.revision ?? 0;
    if (input.expect !== undefined && input.expect !== revision)
      throw conflict('Somebody else has saved this mapping in the meantime. Open it again.');
    return {
      expect: [catalogue, channelMappingAsLoaded(key, before)],
      entries: [
        {
          kind: 'channelMapping.saved',
          body: { key, before: before?.mapping ?? null, after },
        },
      ],
      answer: ([entry]) => ({ mapping: after, revision: entry?.revision ?? revision }),
    };
  });
}

function checkedMapping(memory: Memory, mapping: PayloadMapping): PayloadMapping {
  const checked = { ...mapping, externalId: checkedPath(mapping.externalId, 'externalId') };
  for (const field of MAPPED_FIELDS) {
    const path = mapping[field];
    if (field !== 'externalId') checked[field] = path === null ? null : checkedPath(path, field);
  }
  if (mapping.attributes.length > MAX_MAPPED_ATTRIBUTES)
    throw invalid(`At most ${MAX_MAPPED_ATTRIBUTES} attributes are filled.`, 'attributes');
  const seen = new Set<string>();
  checked.attributes = mapping.attributes.map(({ attribute, path }, place) => {
    const field = `attributes.${place}`;
    const known = memory.attributes.get(attribute);
    if (!known) throw invalid(`There is no attribute ${attribute}.`, `${field}.attribute`);
    const leave = mayWrite(known, 'channel', undefined);
    if (!leave.ok) throw invalid(leave.message, `${field}.attribute`);
    if (seen.has(attribute))
      throw invalid('Another line fills this attribute already.', `${field}.attribute`);
    seen.add(attribute);
    return { attribute, path: checkedPath(path, `${field}.path`) };
  });
  if (checked.text === null && seen.size === 0 && checked.name === null)
    throw invalid('Say where the message is, or which attributes there are.', 'text');
  return checked;
}

function checkedPath(path: string, field: string): string {
  const parsed = parsePath(path);
  if (!parsed.ok) throw invalid(parsed.message, field);
  return path.trim();
}

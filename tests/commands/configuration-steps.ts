import fc from 'fast-check';
import { FORMATS, MANAGERS } from '@/lib/attributes/attribute';
import { changeAttribute } from '@/lib/commands/attributes/change-attribute';
import { createAttribute } from '@/lib/commands/attributes/create-attribute';
import { reorderAttributes } from '@/lib/commands/attributes/reorder-attributes';
import { saveCannedReply } from '@/lib/commands/canned-replies/save-canned-reply';
import { createChannel } from '@/lib/commands/channels/create-channel';
import { saveChannelMapping } from '@/lib/commands/channels/save-channel-mapping';
import { saveMessenger } from '@/lib/commands/channels/save-messenger';
import { saveCrmConnection } from '@/lib/commands/crm/save-crm-connection';
import { setPrioritization } from '@/lib/commands/prioritization/set-prioritization';
import { reorderSavedViews } from '@/lib/commands/saved-views/reorder-saved-views';
import { saveSavedView } from '@/lib/commands/saved-views/save-saved-view';
import { deleteSegment } from '@/lib/commands/segments/delete-segment';
import { saveSegment } from '@/lib/commands/segments/save-segment';
import { changeSettings } from '@/lib/commands/settings/change-settings';
import type { Ctx } from '@/lib/desk/context';
import { isDeskError } from '@/lib/desk/errors';
import { CHANNEL_KINDS, MESSENGER_SIDES, ROW_COLUMNS } from '@/lib/desk/facts';
import { QUEUE_ORDERS, QUEUE_STATUSES, SEGMENT_MATCHES } from '@/lib/ranking/filter';
import { type Condition, JOINS } from '@/lib/segments/segment';

/** One act of somebody who shapes a desk; many of them are refused, as they would be. */
export type Step = (ctx: Ctx) => Promise<unknown>;

/** Few names, so that steps often meet; some differ in case alone or are hard to sort. */
const names = fc.constantFrom('Gold', 'gold', 'Ärger', 'Zürich', 'été', 'a.b', '__proto__', '🎉');
const keys = fc.constantFrom('plan', 'mood', 'constructor', 'email', 'page_url');
const paths = fc.constantFrom('user.id', 'items[0].id', 'text', '["a b"]');

const CONDITIONS: readonly Condition[] = [
  { attribute: 'vip', operator: 'ne', operand: 'yes' },
  { attribute: 'email', operator: 'endsWith', operand: '“.example”' },
  { attribute: 'page_url', operator: 'anyOf', operand: ['/cart', '"/checkout"'] },
  { attribute: 'customer_since', operator: 'lt', operand: '2026-01-31' },
  { attribute: 'loyalty_status', operator: 'isEmpty' },
  { attribute: 'plan', operator: 'eq', operand: 'yes' },
  { attribute: 'mood', operator: 'notEmpty' },
];
const conditions = fc.subarray([...CONDITIONS], { minLength: 1, maxLength: 3 });

/** The ids of some of the segments that there are. */
const someSegments = (ctx: Ctx, places: readonly number[]) => {
  const ids = [...ctx.desk.memory.segments.keys()];
  return [...new Set(places.flatMap((place) => ids[place % ids.length] ?? []))];
};

const acts: fc.Arbitrary<Step>[] = [
  fc
    .record({
      key: keys,
      label: names,
      format: fc.constantFrom(...FORMATS),
      manager: fc.constantFrom(...MANAGERS),
    })
    .map((input) => (ctx) => createAttribute({ ctx, input })),
  fc
    .record({ key: keys, label: names, enabled: fc.boolean() })
    .map((input) => (ctx) => changeAttribute({ ctx, input })),
  fc.nat(20).map((turn) => (ctx) => {
    const all = [...ctx.desk.memory.attributes.keys()];
    return reorderAttributes({ ctx, input: { keys: [...all.slice(turn), ...all.slice(0, turn)] } });
  }),
  fc
    .record({ name: names, join: fc.constantFrom(...JOINS), conditions })
    .map((input) => (ctx) => saveSegment({ ctx, input })),
  fc.nat(9).map((place) => (ctx) => {
    const [id = ''] = someSegments(ctx, [place]);
    return deleteSegment({ ctx, input: { id } });
  }),
  fc
    .array(fc.nat(9))
    .map(
      (places) => (ctx) =>
        setPrioritization({ ctx, input: { segmentIds: someSegments(ctx, places) } }),
    ),
  fc
    .record({ title: names, text: fc.constantFrom('Hello', '{{plan|x}} {{mood}}', ' {{vip}}\n') })
    .map((input) => (ctx) => saveCannedReply({ ctx, input })),
  fc
    .record({
      key: fc.constantFrom('site', 'orders', 'mail'),
      label: names,
      kind: fc.constantFrom(...CHANNEL_KINDS),
    })
    .map((input) => (ctx) => createChannel({ ctx, input })),
  fc
    .record({
      channel: fc.constantFrom('site', 'orders', 'mail'),
      title: names,
      side: fc.constantFrom(...MESSENGER_SIDES),
      origins: fc.subarray(['https://b.example', 'https://a.example']),
      preChat: fc
        .subarray(['email', 'page_url', 'plan', 'mood'])
        .map((asked) => asked.map((attribute) => ({ attribute, required: true }))),
    })
    .map((input) => (ctx) => saveMessenger({ ctx, input })),
  fc
    .record({
      channel: fc.constantFrom('site', 'orders', 'mail'),
      mapping: fc.record({
        externalId: paths,
        name: fc.option(paths),
        text: fc.option(paths),
        messageId: fc.option(paths),
        sentAt: fc.option(paths),
        attributes: fc
          .subarray(['page_url', 'plan', 'email'])
          .map((filled) => filled.map((attribute) => ({ attribute, path: 'x' }))),
      }),
    })
    .map((input) => (ctx) => saveChannelMapping({ ctx, input })),
  fc
    .record({
      name: names,
      places: fc.array(fc.nat(9), { maxLength: 3 }),
      match: fc.constantFrom(...SEGMENT_MATCHES),
      channel: fc.option(fc.constantFrom('api', 'site'), { nil: undefined }),
      owner: fc.option(fc.constantFrom('unowned', 'mine'), { nil: undefined }),
      status: fc.constantFrom(...QUEUE_STATUSES),
      order: fc.constantFrom(...QUEUE_ORDERS),
      columns: fc.subarray([...ROW_COLUMNS]),
    })
    .map(({ name, order, columns, places, ...filter }) => (ctx) => {
      const segments = someSegments(ctx, places);
      const input = { name, shared: true, filter: { ...filter, segments }, order, columns };
      return saveSavedView({ ctx, input });
    }),
  fc.constant(async (ctx: Ctx) => {
    const ids = (await ctx.desk.store.savedViews(null)).map(({ id }) => id);
    return reorderSavedViews({ ctx, input: { shared: true, ids: ids.reverse() } });
  }),
  fc
    .record({
      timeZone: fc.constantFrom('UTC', 'Europe/Brussels'),
      autoResolveAfterHours: fc.option(fc.integer({ min: 1, max: 100 })),
    })
    .map((input) => (ctx) => changeSettings({ ctx, input })),
  fc
    .record({
      enabled: fc.constant(false),
      url: fc.constant('https://crm.example/look up'),
      keyAttribute: fc.option(keys),
      versionPath: fc.option(paths),
      fields: fc
        .subarray(['plan', 'loyalty_status', 'email'])
        .map((filled) => filled.map((attribute) => ({ attribute, path: 'x' }))),
      push: fc.option(fc.record({ keyPath: paths, recordPath: fc.option(paths) })),
      channels: fc.subarray(['site', 'api']),
      timeoutMs: fc.constant(500),
      freshMinutes: fc.nat(60),
    })
    .map((connection) => (ctx) => saveCrmConnection({ ctx, input: { connection } })),
];

/** What somebody might do to shape a desk, one thing after the other. */
export const shapings: fc.Arbitrary<Step[]> = fc.array(fc.oneof(...acts), {
  size: 'max',
  minLength: 15,
  maxLength: 40,
});

/** Does them; those that the desk refuses change nothing. Resolves with how many were done. */
export async function shape(ctx: Ctx, steps: readonly Step[]): Promise<number> {
  let done = 0;
  for (const step of steps) {
    try {
      await step(ctx);
      done += 1;
    } catch (error) {
      if (!isDeskError(error)) throw error;
    }
  }
  return done;
}

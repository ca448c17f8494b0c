import type { Manager } from '@/lib/attributes/attribute';
import type { Caller } from '@/lib/desk/context';
import { forbidden } from '@/lib/desk/errors';

/**
 * As whom the caller writes values: a person always as agent, a channel as channel, an ingest token
 * as the CRM or the channel, an admin token as any. Throws `forbidden`.
 */
export function sourceOf(caller: Caller, asked: Manager): Manager {
  if (caller.kind === 'person' && asked !== 'agent')
    throw forbidden('A person always writes as agent.', 'as');
  if (caller.kind === 'token' && caller.scope === 'ingest' && asked === 'agent')
    throw forbidden('A token of scope ingest writes as crm or channel.', 'as');
  if (caller.kind === 'channel' && asked !== 'channel')
    throw forbidden('A channel always writes as channel.', 'as');
  return asked;
}

/** As whom a caller writes who does not say: machines that feed the desk are the CRM. */
export function sourceUsualFor(caller: Caller): Manager {
  return caller.kind === 'token' && caller.scope === 'ingest' ? 'crm' : 'agent';
}

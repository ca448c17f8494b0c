import { newId } from './ids';

/** The external ids of a messenger's visitors begin with one of these. */
export const ANONYMOUS_VISITOR = 'visitor-';
export const SIGNED_IN_VISITOR = 'user-';

const ANONYMOUS = /^visitor-[0-9a-f-]{31}([0-9a-f]{5})$/;

/** The external id of a visitor whom nobody knows. */
export function newVisitorId(nowMs: number): string {
  return `${ANONYMOUS_VISITOR}${newId(nowMs)}`;
}

/** What people call such a visitor: the end of the id, which tells those apart who are there at once. */
export function visitorName(externalId: string): string | null {
  const [, end] = ANONYMOUS.exec(externalId) ?? [];
  return end === undefined ? null : `Visitor ${end.toUpperCase()}`;
}

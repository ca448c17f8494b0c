/**
 * The order of all when some of them are mentioned in an order of their own: those take, in it, the
 * places that they hold together, and every other one stays where it is.
 */
export function mentionedOrder(current: readonly string[], mentioned: readonly string[]): string[] {
  const known = new Set(current);
  const moving = new Set(mentioned.filter((one) => known.has(one)));
  const inOrder = [...moving];
  return current.map((one) => (moving.has(one) ? (inOrder.shift() ?? one) : one));
}

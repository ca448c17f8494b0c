import { once } from 'node:events';
import { createServer } from 'node:http';

export type Site = Awaited<ReturnType<typeof startSite>>;

/** A website of somebody's, at an origin of its own, whose pages carry a desk's messenger. */
export async function startSite(deskUrl: string, channel: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>Shop ${path}</title><main><h1>${path}</h1><button id="cart">To the cart</button></main>
<script>
document.getElementById('cart').onclick = () => history.pushState(null, '', '/cart?step=1');
window.frontrow = window.frontrow || [];
const name = new URLSearchParams(location.search).get('calls');
if (name) frontrow.push(...JSON.parse(name));
</script>
<script async src="${deskUrl}/messenger/loader.js" data-channel="${channel}"></script></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}

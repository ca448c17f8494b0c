/** What the demo's shop sells. */
const BIKES = [
  { key: 'ardennes-55', name: 'Ardennes 55', about: 'Gravel, steel, two sizes left', euro: 1_890 },
  { key: 'canal', name: 'Canal', about: 'For the city, with a rack and lights', euro: 940 },
  { key: 'col', name: 'Col', about: 'Road, carbon, 7.4 kg', euro: 3_450 },
  { key: 'bakfiets', name: 'Bakfiets', about: 'Carries two children and a dog', euro: 5_200 },
];

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#ddd, #333); --quiet: light-dark(#5d6470, #a5abb7); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #14161a); color: light-dark(#16181d, #eceef2); }
header { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 14px max(20px, calc(50vw - 460px)); border-bottom: 1px solid var(--line); }
header strong { margin-right: auto; font-size: 18px; }
a { color: inherit; } nav a { text-decoration: none; padding: 10px 4px; } nav a[aria-current] { font-weight: 600; text-decoration: underline; }
main { max-width: 920px; margin: 0 auto; padding: 28px 20px 120px; }
ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 16px; }
li { border: 1px solid var(--line); border-radius: 10px; padding: 16px; }
li svg { width: 100%; height: 110px; color: var(--quiet); }
h1 { font-size: 26px; margin: 0 0 12px; } h2 { font-size: 17px; margin: 6px 0 2px; } p { margin: 0 0 12px; color: var(--quiet); }
button, .button { display: inline-flex; align-items: center; font: inherit; min-height: 44px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 8px; background: none; color: inherit; cursor: pointer; text-decoration: none; }
.primary { background: light-dark(#14532d, #86efac); color: light-dark(#fff, #052e16); border-color: transparent; }
`;

/** Runs in the shop's page: pages change without a load, as they do in most shops. */
const SCRIPT = `
const bike = (key) => bikes.find((one) => one.key === key);
const price = (euro) => new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(euro);
const wheel = '<svg viewBox="0 0 120 60" fill="none" stroke="currentColor" stroke-width="2"><circle cx="30" cy="40" r="16"/><circle cx="90" cy="40" r="16"/><path d="M30 40 46 16h28l16 24M46 16 60 40h-30M74 16 60 40M70 10h12M40 14h12"/></svg>';
const pages = {
  '/': () => '<h1>Bikes</h1><ul>' + bikes.map((one) => '<li>' + wheel + '<h2><a href="/bikes/' + one.key + '">' + one.name + '</a></h2><p>' + one.about + '</p>' + price(one.euro) + '</li>').join('') + '</ul>',
  '/cart': () => '<h1>Your cart</h1><p>One ' + (bike(cart()) || bikes[0]).name + '.</p><a class="button primary" href="/checkout">Go to checkout</a>',
  '/checkout': () => '<h1>Checkout</h1><p>Here people need an answer at once: in the demo, “At checkout” is a high-priority segment.</p><a class="button" href="/help">Delivery and returns</a>',
  '/help': () => '<h1>Delivery and returns</h1><p>Ask us: the button is in the corner.</p>',
};
const cart = () => sessionStorage.getItem('cart');
function show() {
  const path = location.pathname;
  const [, key] = /^\\/bikes\\/([\\w-]+)$/.exec(path) || [];
  const one = bike(key);
  const page = one
    ? '<h1>' + one.name + '</h1>' + wheel.replace('<svg', '<svg style="max-width:420px"') + '<p>' + one.about + '</p><p>' + price(one.euro) + '</p><a class="button primary" data-cart="' + one.key + '" href="/cart">Put into the cart</a>'
    : (pages[path] || pages['/'])();
  document.querySelector('main').innerHTML = page;
  for (const link of document.querySelectorAll('nav a'))
    link.toggleAttribute('aria-current', link.pathname === path);
}
document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || link.origin !== location.origin) return;
  event.preventDefault();
  if (link.dataset.cart) sessionStorage.setItem('cart', link.dataset.cart);
  history.pushState(null, '', link.href);
  show();
});
addEventListener('popstate', show);
window.frontrow = window.frontrow || [];
const who = document.getElementById('who');
const sayWho = () => { who.textContent = localStorage.getItem('lea') ? 'Sign Léa out' : 'Sign in as Léa'; };
who.onclick = async () => {
  if (localStorage.getItem('lea')) {
    localStorage.removeItem('lea');
    frontrow.push(['forget']);
  } else {
    localStorage.setItem('lea', 'yes');
    frontrow.push(['identify', await (await fetch('/identity', { method: 'POST' })).text()]);
  }
  sayWho();
};
sayWho();
show();
`;

/** The shop's one page, carrying a desk's messenger as any site would. */
export function shopPage(deskUrl: string, channel: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Velo &amp; Co, the shop of the Frontrow demo</title>
<style>${STYLE}</style>
<script async src="${deskUrl}/messenger/loader.js" data-channel="${channel}"></script>
</head>
<body>
<header><strong>Velo &amp; Co</strong><nav><a href="/">Bikes</a> <a href="/cart">Cart</a> <a href="/checkout">Checkout</a> <a href="/help">Help</a></nav><button id="who" type="button"></button></header>
<main></main>
<script>const bikes = ${JSON.stringify(BIKES)};${SCRIPT}</script>
</body>
</html>
`;
}

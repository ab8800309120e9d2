// Whole pages of the demo province, as approved by a person who looked at them:
// tests/pages/NAME.html. After a change that is meant, look at the difference and
// approve it: HAIDANG_APPROVE=1 node --test tests/functional/approved.test.mjs
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { get } from './support/client.mjs';
import { demoInstallation, root, serve } from './support/program.mjs';

const PAGES = {
  'home-vi': ['/vi/', 200],
  'home-en': ['/en/', 200],
  'home-zh': ['/zh/', 200],
  'section-vi': ['/vi/tin-tuc/', 200],
  'section-en': ['/en/news/', 200],
  'section-zh': ['/zh/xinwen/', 200],
  'article-vi': ['/vi/lich-su-van-hoa/hai-dang-mui-den-130-nam', 200],
  'section-child-vi': ['/vi/lich-su-van-hoa/', 200],
  'site-map-vi': ['/vi/sitemap', 200],
  'site-map-en': ['/en/sitemap', 200],
  'site-map-zh': ['/zh/sitemap', 200],
  'not-found-vi': ['/vi/khong-co/', 404],
  'not-found-en': ['/en/nothing-here', 404],
  'not-found-zh': ['/zh/nothing/here', 404],
  'feed-en': ['/en/feed.xml', 200],
};

let server;
before(async () => { server = await serve(await demoInstallation('approved')); });
after(() => server?.stop());

// What differs from run to run: the port, hashes in asset addresses, and the ids
// blocks got when the demo was loaded.
function steady(text) {
  const ids = new Map();
  return text
    .replaceAll(server.url, 'http://site')
    .replaceAll(`//${server.host}`, '//site')
    .replace(/-[0-9a-f]{8}\.(css|woff2|svg|png|ico)/g, '-HASH.$1')
    .replace(/\bb-([A-Za-z0-9]{10})\b/g, (_, id) => {
      if (!ids.has(id)) ids.set(id, `b-block${ids.size + 1}`);
      return ids.get(id);
    });
}

// The article's other editions are found through its own language links.
async function alternatesOf(address) {
  const { text } = await get(server, address);
  return Object.fromEntries([...text.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)]
    .map(([, language, href]) => [language, new URL(href).pathname]));
}

function compare(name, text) {
  const file = join(root, 'tests/pages', `${name}.${text.startsWith('<?xml') ? 'xml' : 'html'}`);
  if (process.env.HAIDANG_APPROVE) { writeFileSync(file, text); return; }
  assert.ok(existsSync(file), `no approved page ${file}`);
  assert.equal(text, readFileSync(file, 'utf8'), `${name} is not the page that was approved`);
}

for (const [name, [address, status]] of Object.entries(PAGES)) {
  test(`${name} is as approved`, async () => {
    const page = await get(server, address);
    assert.equal(page.status, status);
    compare(name, steady(page.text));
  });
}

test('the article in English and Chinese is as approved', async () => {
  const alternates = await alternatesOf(PAGES['article-vi'][0]);
  for (const [language, name] of [['en', 'article-en'], ['zh-Hans', 'article-zh']]) {
    const page = await get(server, alternates[language]);
    assert.equal(page.status, 200, alternates[language]);
    compare(name, steady(page.text));
  }
});

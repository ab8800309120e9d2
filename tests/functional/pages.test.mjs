// What every public page answers, in all three languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { get } from './support/client.mjs';
import { elements, links, path, textOf } from './support/page.mjs';
import { demoInstallation, fillSection, serve } from './support/program.mjs';
import { HTML_LANG, LOCALES, sitemapAddresses, tour } from './support/tour.mjs';

let server;
const kinds = {};
before(async () => {
  const site = await demoInstallation('pages');
  await fillSection(site);
  server = await serve(site);
  for (const locale of LOCALES) kinds[locale] = await tour(server, locale);
});
after(() => server?.stop());

async function everyPage(check) {
  for (const locale of LOCALES) {
    for (const [kind, address] of Object.entries(kinds[locale])) {
      assert.ok(address, `${locale}: no ${kind} page`);
      const page = await get(server, address);
      try {
        await check(page, { locale, kind, address });
      } catch (error) {
        error.message = `${address}: ${error.message}`;
        throw error;
      }
    }
  }
}

test('each language has every kind of page', () => {
  for (const locale of LOCALES) {
    for (const kind of ['home', 'item', 'missing', 'secondPage', 'section', 'siteMap']) assert.ok(kinds[locale][kind], `${locale}: no ${kind} page`);
  }
});

test('status and type', () => everyPage(({ status, headers }, { kind }) => {
  assert.equal(status, kind === 'missing' ? 404 : 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
}));

test('security headers', () => everyPage(({ headers }) => {
  const policy = headers['content-security-policy'] ?? '';
  assert.match(policy, /default-src 'none'|default-src 'self'/);
  for (const directive of ['frame-ancestors', 'base-uri', 'form-action', 'object-src']) {
    if (directive === 'object-src' && policy.includes("default-src 'none'")) continue;
    assert.match(policy, new RegExp(`(^|; ?)${directive} `), directive);
  }
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:|\*/, 'nothing inline, nobody else');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.ok(headers['referrer-policy'], 'Referrer-Policy');
  assert.equal(headers['set-cookie'], undefined, 'public pages set no cookie');
}));

test('no inline style or script, which the policy would block', () => everyPage(({ text }) => {
  assert.doesNotMatch(text, /<[^>]+\sstyle="/);
  assert.doesNotMatch(text, /<[^>]+\son[a-z]+="/);
  for (const script of elements(text, 'script')) assert.ok(script.src || script.type === 'application/ld+json', JSON.stringify(script));
}));

test('language is said and the words are found', () => everyPage(({ text, headers }, { locale }) => {
  assert.equal(elements(text, 'html')[0].lang, HTML_LANG[locale]);
  if (headers['content-language']) assert.equal(headers['content-language'], HTML_LANG[locale]);
  assert.doesNotMatch(textOf(text), /\[[a-z]+(\.[a-z_]+)+\]/, 'a message id stands instead of its words');
  assert.doesNotMatch(text, /\{\{/, 'template marks');
}));

test('one title, one main heading, a canonical address', () => everyPage(({ text }, { kind, address }) => {
  assert.equal(elements(text, 'h1').length, 1);
  assert.equal(elements(text, 'main').length, 1);
  assert.match(text, /<title>[^<]{3,}<\/title>/);
  if (kind === 'missing') return;
  assert.equal(path(links(text, 'canonical')[0].href), address);
  assert.ok(elements(text, 'meta').some(({ name, content }) => name === 'description' && content), 'description');
}));

test('hreflang: every language names every other and itself', async () => {
  const alternatesOf = (text) => Object.fromEntries(links(text, 'alternate').filter((link) => link.hreflang).map((link) => [link.hreflang, path(link.href)]));
  for (const locale of LOCALES) {
    for (const kind of ['home', 'section', 'item']) {
      const address = kinds[locale][kind];
      const alternates = alternatesOf((await get(server, address)).text);
      assert.equal(alternates[HTML_LANG[locale]], address, `${address} names itself`);
      assert.ok(alternates['x-default'], `${address}: x-default`);
      for (const [language, other] of Object.entries(alternates)) {
        if (language === 'x-default') continue;
        const answer = await get(server, other);
        assert.equal(answer.status, 200, other);
        assert.deepEqual(alternatesOf(answer.text), alternates, `${other} and ${address} agree`);
      }
    }
  }
});

test('every inner link of every kind of page leads somewhere', async () => {
  const seen = new Set();
  await everyPage(({ text }, { address }) => {
    for (const { href } of elements(text, 'a')) if (href && !href.startsWith('#')) seen.add(path(new URL(href, `http://${server.host}${address}`).href));
    for (const { src } of [...elements(text, 'img'), ...elements(text, 'script')]) if (src) seen.add(src);
    for (const { href } of links(text, 'stylesheet')) seen.add(href);
  });
  const broken = [];
  for (const address of seen) {
    if (!address.startsWith('/')) continue;  // mailto:, tel:
    const { status } = await get(server, address);
    if (status !== 200) broken.push(`${address}: ${status}`);
  }
  assert.deepEqual(broken, []);
  assert.ok(seen.size > 10);
});

test('nothing is loaded from another host', () => everyPage(({ text }) => {
  const loaded = [
    ...['img', 'script', 'source', 'video', 'audio', 'iframe', 'embed'].flatMap((name) => elements(text, name).flatMap(({ src, srcset, poster }) => [src, poster, ...(srcset ?? '').split(',').map((each) => each.trim().split(' ')[0])])),
    ...links(text, 'stylesheet').map(({ href }) => href), ...links(text, 'preload').map(({ href }) => href), ...links(text, 'icon').map(({ href }) => href),
  ].filter(Boolean);
  for (const address of loaded) assert.match(address, /^(\/(?!\/)|data:)/, address);
}));

test('the first page is under 100 kB, compressed, with what it loads', async () => {
  for (const locale of LOCALES) {
    const home = await get(server, `/${locale}/`, { 'accept-encoding': 'br' });
    const { text } = await get(server, `/${locale}/`);
    let bytes = home.bytes.length;
    for (const address of [...links(text, 'stylesheet').map(({ href }) => href), ...elements(text, 'script').map(({ src }) => src)].filter(Boolean)) {
      bytes += (await get(server, address, { 'accept-encoding': 'br' })).bytes.length;
    }
    assert.ok(bytes < 100_000, `${locale}: ${bytes} bytes without pictures and fonts`);
  }
});

test('/ chooses the language by Accept-Language and says that it does', async () => {
  for (const [accept, expected] of [['en-GB,en;q=0.9', '/en/'], ['zh-CN', '/zh/'], ['vi', '/vi/'], ['fr', '/vi/'], ['', '/vi/']]) {
    const { status, headers } = await get(server, '/', accept ? { 'accept-language': accept } : {});
    assert.equal(status, 302, accept);
    assert.equal(path(headers.location), expected, accept);
    assert.match(headers.vary ?? '', /accept-language/i);
  }
});

test('an address without its closing slash, or with capitals, finds its page', async () => {
  const { status, headers } = await get(server, '/vi');
  assert.ok([301, 308].includes(status), String(status));
  assert.equal(path(headers.location), '/vi/');
});

test('404 is in the language of its address and helps on', async () => {
  for (const locale of LOCALES) {
    const { text, headers } = await get(server, `/${locale}/no/such/page`);
    assert.equal(elements(text, 'html')[0].lang, HTML_LANG[locale]);
    assert.ok(elements(text, 'a').some(({ href }) => href === `/${locale}/`), 'a way home');
    assert.doesNotMatch(headers['cache-control'] ?? '', /immutable/);
    assert.ok(!links(text, 'canonical').length);
  }
});

test('sitemap: every address answers 200 and is in no other state', async () => {
  const addresses = await sitemapAddresses(server);
  assert.ok(addresses.length > 10);
  assert.equal(new Set(addresses).size, addresses.length, 'no address twice');
  for (const address of addresses) assert.equal((await get(server, address)).status, 200, address);
});

test('robots.txt names the sitemap and keeps robots off the desk', async () => {
  const { status, headers, text } = await get(server, '/robots.txt');
  assert.equal(status, 200);
  assert.match(headers['content-type'], /^text\/plain/);
  assert.match(text, /^User-agent: \*$/im);
  assert.match(text, new RegExp(`^Sitemap: http://[^\\s]+/sitemap\\.xml$`, 'im'));
  assert.match(text, /^Disallow: \/desk\/$/im);
});

test('Atom and JSON feeds hold the newest items', async () => {
  for (const locale of LOCALES) {
    const atom = await get(server, `/${locale}/feed.xml`);
    assert.equal(atom.status, 200);
    assert.match(atom.headers['content-type'], /^application\/atom\+xml/);
    const entries = atom.text.split('<entry').slice(1);
    assert.ok(entries.length > 0);
    assert.equal(elements(atom.text, 'feed')[0]['xml:lang'], HTML_LANG[locale]);
    for (const entry of entries) {
      assert.match(entry, /<id>[^<]+<\/id>/);
      assert.match(entry, /<updated>\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)<\/updated>/);
    }
    const json = await get(server, `/${locale}/feed.json`);
    assert.match(json.headers['content-type'], /^application\/feed\+json/);
    const feed = JSON.parse(json.text);
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(feed.items.length, entries.length);
    for (const { url } of feed.items) assert.equal((await get(server, path(url))).status, 200, url);
    const section = await get(server, `${kinds[locale].section}feed.xml`);
    assert.equal(section.status, 200, `${kinds[locale].section}feed.xml`);
  }
});

test('pages of a host that is not ours are not served', async () => {
  const { status } = await get(server, '/vi/', { host: 'evil.example' });
  assert.ok([404, 421].includes(status), String(status));
});

test('JSON-LD on items parses and names the page', async () => {
  for (const locale of LOCALES) {
    const { text } = await get(server, kinds[locale].item);
    const blocks = [...text.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)].map(([, block]) => JSON.parse(block));
    assert.ok(blocks.length > 0);
  }
});

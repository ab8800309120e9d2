// A page that was public answers 410 and says so, in its language; it is gone
// from lists, feeds and the sitemap at once. (The verb comes with the desk; here
// the database is changed as the verb will.)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { get } from './support/client.mjs';
import { elements } from './support/page.mjs';
import { changeDatabase, demoInstallation, serve } from './support/program.mjs';
import { HTML_LANG, LOCALES, sitemapAddresses, tour } from './support/tour.mjs';

let site, server;
const gone = {};
before(async () => {
  site = await demoInstallation('withdrawn');
  server = await serve(site);
  for (const locale of LOCALES) {
    gone[locale] = (await tour(server, locale)).item;
    const slug = decodeURIComponent(gone[locale].split('/').at(-1));
    assert.match(slug, /^[a-z0-9-]+$/, 'slugs are ASCII in each language');
    const edition = `item_id = (SELECT item_id FROM edition WHERE locale = '${locale}' AND slug = '${slug}') AND locale = '${locale}'`;
    changeDatabase(site, `DELETE FROM listing WHERE ${edition}`);
    changeDatabase(site, `UPDATE edition SET state = 'withdrawn', withdrawn_at = 1700000000000000,
      withdrawn_reason = 'Sai số liệu' WHERE locale = '${locale}' AND slug = '${slug}'`);
  }
});
after(() => server?.stop());

test('410 in the language of the page, with the way on', async () => {
  for (const locale of LOCALES) {
    const { status, text } = await get(server, gone[locale]);
    assert.equal(status, 410, gone[locale]);
    assert.equal(elements(text, 'html')[0].lang, HTML_LANG[locale]);
    assert.equal(elements(text, 'h1').length, 1);
    assert.ok(elements(text, 'a').some(({ href }) => href === `/${locale}/`));
    assert.doesNotMatch(text, /rel="canonical"/);
  }
});

test('it stands in no list, feed or sitemap', async () => {
  const addresses = await sitemapAddresses(server);
  for (const locale of LOCALES) {
    assert.ok(!addresses.includes(gone[locale]), gone[locale]);
    for (const list of [`/${locale}/`, `/${locale}/feed.xml`, `/${locale}/feed.json`]) {
      assert.ok(!(await get(server, list)).text.includes(`${gone[locale]}"`), `${list} still names ${gone[locale]}`);
    }
  }
});

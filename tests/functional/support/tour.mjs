// One address of every kind of page in every language of the demo site, found
// the way a reader finds them: from the home pages.
import assert from 'node:assert/strict';
import { get } from './client.mjs';
import { elements, links, path } from './page.mjs';

export const LOCALES = ['vi', 'en', 'zh'];
export const HTML_LANG = { vi: 'vi', en: 'en', zh: 'zh-Hans' };

export async function sitemapAddresses(server) {
  const found = [];
  const read = async (address) => {
    const { status, text } = await get(server, address);
    assert.equal(status, 200, address);
    const inner = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => path(loc.replace(/&amp;/g, '&')));
    if (text.includes('<sitemapindex')) for (const each of inner) await read(each);
    else found.push(...inner);
  };
  await read('/sitemap.xml');
  return found;
}

// {kind: path} for a language.
export async function tour(server, locale) {
  const addresses = (await sitemapAddresses(server)).filter((each) => each.startsWith(`/${locale}/`));
  const kinds = { home: `/${locale}/` };
  kinds.section = addresses.find((each) => /^\/\w+\/[^/]+\/$/.test(each));
  kinds.item = addresses.find((each) => /^\/\w+\/[^/]+\/[^/]+$/.test(each));
  kinds.siteMap = addresses.find((each) => each === `/${locale}/sitemap`);
  kinds.missing = `/${locale}/khong-co-trang-nay`;
  for (const address of addresses.filter((each) => each.endsWith('/') && each !== kinds.home)) {
    const { text } = await get(server, address);
    const next = [...links(text, 'next'), ...elements(text, 'a').filter((each) => each.rel === 'next')][0];
    if (next) { kinds.secondPage = path(new URL(next.href, `http://any${address}`).href); break; }
  }
  return kinds;
}

// Every kind of page, in three languages, narrow and wide, with and without
// JavaScript, in a real browser.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { demoInstallation, fillSection, serve } from '../functional/support/program.mjs';
import { HTML_LANG, LOCALES, tour } from '../functional/support/tour.mjs';

const WIDTHS = [360, 1440];
const KINDS = ['home', 'section', 'secondPage', 'item', 'siteMap', 'missing'];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

let server, browser;
const kinds = {};

before(async () => {
  const site = await demoInstallation('browser');
  await fillSection(site);
  server = await serve(site);
  for (const locale of LOCALES) kinds[locale] = await tour(server, locale);
  browser = await chromium.launch({
    executablePath, headless: false,  // Chromium's own new headless mode is asked for below
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  });
});
after(async () => { await browser?.close(); await server?.stop(); });

// Opens a page and gathers what went wrong on the way.
async function visit(address, { width, javaScriptEnabled = true, colorScheme = 'light' }, look) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = [];
  let expected404 = address.includes('khong-co-trang-nay') ? 1 : 0;
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (expected404 && message.text().includes('404')) { expected404 -= 1; return; }  // the page itself
    faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The browser gives up an icon or a picture itself when the test walks on to the next page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).host !== server.host) faults.push(`another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== server.url + address) faults.push(`${response.status()}: ${response.url()}`);
  });
  try {
    await page.goto(server.url + address, { waitUntil: 'load' });
    const result = await look(page);
    assert.deepEqual(faults, [], address);
    return result;
  } finally {
    await context.close();
  }
}

const measure = (page) => page.evaluate(() => ({
  language: document.documentElement.lang,
  headings: document.querySelectorAll('h1').length,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  unlabelled: [...document.querySelectorAll('img:not([alt])')].map((image) => image.src),
  empty: [...document.querySelectorAll('a[href], button')].filter((each) => !each.textContent.trim() && !each.getAttribute('aria-label') && !each.querySelector('img[alt]:not([alt=""]), svg[aria-label], svg title')).map((each) => each.outerHTML.slice(0, 120)),
  broken: [...document.images].filter((image) => image.complete && image.naturalWidth === 0 && image.loading !== 'lazy').map((image) => image.src),
}));

for (const locale of LOCALES) {
  for (const kind of KINDS) {
    for (const width of WIDTHS) {
      test(`${locale} ${kind} at ${width}`, async () => {
        assert.ok(kinds[locale][kind], `the demo site has no ${kind} page in ${locale}`);
        const found = await visit(kinds[locale][kind], { width }, measure);
        assert.deepEqual(found, { language: HTML_LANG[locale], headings: 1, overflow: 0, unlabelled: [], empty: [], broken: [] });
      });
    }

    test(`${locale} ${kind} says the same without JavaScript, and in the dark`, async () => {
      const text = (page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim()).catch(() => page.locator('body').innerText());
      const address = kinds[locale][kind];
      const words = await visit(address, { width: 1024 }, text);
      const without = await visit(address, { width: 1024, javaScriptEnabled: false }, (page) => page.locator('body').innerText());
      assert.ok(words.length > 50);
      assert.ok(without.length >= 0.9 * words.length, `${without.length} of ${words.length} characters`);
      await visit(address, { width: 1024, colorScheme: 'dark' }, async () => {});
    });
  }

  test(`${locale}: at 320 pixels, and with text twice as large, nothing needs sideways scrolling`, async () => {
    for (const kind of KINDS) {
      const narrow = await visit(kinds[locale][kind], { width: 320 }, measure);
      assert.equal(narrow.overflow, 0, `${kind} at 320 (WCAG 1.4.10)`);
      const large = await visit(kinds[locale][kind], { width: 1280 }, async (page) => {
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
        return measure(page);
      });
      assert.equal(large.overflow, 0, `${kind} with text at 200% (WCAG 1.4.4)`);
    }
  });

  test(`${locale}: the language switch of an item leads to the same item in each language`, async () => {
    await visit(kinds[locale].item, { width: 1440 }, async (page) => {
      for (const other of LOCALES.filter((each) => each !== locale)) {
        const link = page.locator(`a[hreflang="${HTML_LANG[other]}"]`).first();
        assert.ok(await link.count(), `a link to ${other}`);
        await link.click();
        assert.equal(await page.evaluate(() => document.documentElement.lang), HTML_LANG[other]);
        await page.goBack();
      }
    });
  });

  test(`${locale}: the first thing the keyboard reaches skips to the content`, async () => {
    await visit(kinds[locale].home, { width: 1440 }, async (page) => {
      await page.keyboard.press('Tab');
      const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
      assert.match(target ?? '', /^#/);
      assert.ok(await page.evaluate((id) => Boolean(document.querySelector(id)), target));
    });
  });
}

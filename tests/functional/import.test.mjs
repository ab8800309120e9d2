// `haidang import`: the five real pages the product starts from and the pages
// of tests/data/import, against what a careful reader recognises in them.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { before, test } from 'node:test';
import { get } from './support/client.mjs';
import { textOf } from './support/page.mjs';
import { demoInstallation, root, run, runWell, serve, temporaryFolder } from './support/program.mjs';
import { sitemapAddresses } from './support/tour.mjs';

const folder = join(root, 'tests/data/import');
const pages = join(folder, 'pages');
const expectedOf = (name) => JSON.parse(readFileSync(join(folder, 'expected', `${name}.json`), 'utf8'));

const inputs = existsSync(pages)
  ? readdirSync(pages, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort()
  : [];

let site;
before(async () => { site = await demoInstallation('import'); });

const importing = (paths, ...more) => ['import', ...paths, ...site.where, '--locale', 'vi', ...more];

async function recognise(paths) {
  const { stdout } = await run(importing(paths, '--dry-run', '--json'));
  return JSON.parse(stdout);
}

let recognised;  // one run over all pages, asked for by the first test that needs it
const recogniseAll = () => (recognised ??= recognise(inputs.map((name) => join(pages, name))));

test('--dry-run --json has the shape of the contract', async () => {
  const { files } = await recognise([join(pages, 'party_dang_ngay.html')]);
  assert.equal(files.length, 1);
  assert.deepEqual(Object.keys(files[0]).sort(), ['file', 'items', 'ok', 'problem']);
  assert.deepEqual(Object.keys(files[0].items[0]).sort(), [
    'byline', 'captions', 'lead', 'locale', 'missing', 'old_address', 'paragraphs', 'posted_by', 'published_at',
    'section', 'source', 'title', 'updated_at', 'views',
  ]);
});


test('there are pages to recognise', () => assert.ok(inputs.length >= 40, `${inputs.length} pages`));

for (const name of inputs) {
  test(`recognises ${name}`, async () => {
    const expected = expectedOf(basename(name, extname(name)));
    const files = (await recogniseAll()).files.filter(({ file }) => basename(file) === name);
    assert.equal(files.length, 1);
    if (expected.ok === false) {
      assert.equal(files[0].ok, false);
      assert.equal(typeof files[0].problem, 'string');
      assert.deepEqual(files[0].items, []);
      return;
    }
    assert.equal(files[0].ok, true, files[0].problem);
    assert.equal(files[0].items.length, expected.items.length);
    expected.items.forEach((item, number) => {
      const found = Object.fromEntries(Object.keys(item).map((key) => [key, files[0].items[number][key]]));
      assert.deepEqual(found, item);
    });
  });
}

test('a dry run changes nothing', async () => {
  const server = await serve(site);
  const earlier = await sitemapAddresses(server);
  await runWell(importing([join(pages, 'party_dang_ngay.html')], '--dry-run', '--json', '--state', 'published'));
  assert.deepEqual(await sitemapAddresses(server), earlier);
  await server.stop();
});

test('an imported page is published while the server runs; a second import changes nothing', async () => {
  const own = temporaryFolder('pages');
  mkdirSync(join(own, 'old'));
  writeFileSync(join(own, 'old/tin.html'), `<html><head><title>Khánh thành cầu Vọng Hải</title>
    <link rel="canonical" href="http://cu.binhhai.example/tin/123.html"></head><body><h1>Khánh thành cầu Vọng Hải</h1>
    <p class="date">Ngày đăng: 04/03/2020 17:14</p>
    <p>Sáng 4/3, tỉnh Bình Hải khánh thành cầu Vọng Hải sau hai năm xây dựng, nối hai bờ sông.</p>
    <p>Cầu dài 1.200 m, rộng 24 m, có bốn làn xe và đường dành cho người đi bộ.</p></body></html>`);
  const server = await serve(site);
  const earlier = await sitemapAddresses(server);
  const args = importing([own], '--section', 'news', '--state', 'published', '--json');
  await runWell(args);
  const added = (await sitemapAddresses(server)).filter((each) => !earlier.includes(each));
  assert.equal(added.length, 1);
  assert.match(added[0], /^\/vi\/[^/]+\/khanh-thanh-cau-vong-hai$/);
  const page = await get(server, added[0]);
  assert.equal(page.status, 200);
  assert.match(textOf(page.text), /Cầu dài 1\.200 m, rộng 24 m/);

  await runWell(args);
  assert.deepEqual((await sitemapAddresses(server)).length, earlier.length + 1);
  assert.equal((await get(server, added[0])).text, page.text);

  const old = await get(server, '/tin/123.html', { host: 'cu.binhhai.example' });
  assert.equal(old.status, 301, 'the old address on its old host');
  assert.ok(old.headers.location.endsWith(added[0]), old.headers.location);
  await server.stop();
});

test('a draft stays unseen', async () => {
  const server = await serve(site);
  const earlier = await sitemapAddresses(server);
  await runWell(importing([join(pages, 'joomla.html')], '--section', 'news', '--state', 'draft'));
  assert.deepEqual(await sitemapAddresses(server), earlier);
  await server.stop();
});

test('files without an article are named, the others still come in, and the code says so', async () => {
  const outcome = await run(importing([join(pages, 'bad_login.html'), join(pages, 'chinese.html')], '--dry-run', '--json'));
  const { files } = JSON.parse(outcome.stdout);
  assert.deepEqual(files.map(({ ok }) => ok).sort(), [false, true]);
  const missing = await run(importing([join(pages, 'there-is-no-such-file.html')]));
  assert.notEqual(missing.code, 0);
  assert.match(missing.stdout + missing.stderr, /there-is-no-such-file/);
});

test('an unknown section is refused before anything is written', async () => {
  const outcome = await run(importing([join(pages, 'joomla.html')], '--section', 'no-such-section', '--state', 'published'));
  assert.notEqual(outcome.code, 0);
  assert.match(outcome.stdout + outcome.stderr, /no-such-section/);
});

// `haidang backup`, `restore`, `check`: while serving, complete, proven.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { get } from './support/client.mjs';
import { changeDatabase, demoInstallation, EXIT, newInstallation, postgresql, root, run, runWell, serve } from './support/program.mjs';
import { LOCALES, sitemapAddresses, tour } from './support/tour.mjs';

const PAGES = join(root, 'tests/data/import/pages');
const words = (outcome) => outcome.stdout + outcome.stderr;
const check = async (site) => {
  const outcome = await run(['check', ...site.where, '--json']);
  return { code: outcome.code, ...JSON.parse(outcome.stdout) };
};
const blobsOf = (site) => readdirSync(join(site.data, 'blobs'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.path ?? entry.parentPath, entry.name));

let site;
let file;
before(async () => {
  site = await demoInstallation('backup');
  file = join(site.folder, 'backup.tar.zst');
  await runWell(['backup', file, ...site.where]);
});

test('a sound installation has no faults', async () => {
  const report = await check(site);
  assert.deepEqual(report.faults, []);
  assert.equal(report.code, EXIT.success);
  assert.ok(report.checked.revisions > 0 && report.checked.files > 0 && report.checked.rows > 0);
  const { stdout } = await runWell(['check', ...site.where]);
  assert.match(stdout, /\b0 faults/);
});

test('a backup while an import runs restores elsewhere, and both serve the same pages', async () => {
  const source = await demoInstallation('source');
  const server = await serve(source);
  const importing = runWell(['import', PAGES, ...source.where, '--locale', 'vi', '--state', 'published']).catch((error) => error);
  const during = join(source.folder, 'during.tar.zst');
  await runWell(['backup', during, ...source.where]);
  await importing;
  const after = join(source.folder, 'after.tar.zst');
  await runWell(['backup', after, ...source.where]);

  for (const backup of [during, after]) {
    const copy = newInstallation('copy');
    await runWell(['restore', backup, ...copy.where]);
    assert.deepEqual((await check(copy)).faults, []);
    const restored = await serve(copy);
    if (backup === after) {
      const addresses = await sitemapAddresses(server);
      assert.deepEqual(await sitemapAddresses(restored), addresses);
      const pages = new Set(addresses.filter((_, place) => place % 7 === 0));
      for (const locale of LOCALES) for (const address of Object.values(await tour(server, locale))) if (address) pages.add(address);
      for (const locale of LOCALES) pages.add(`/${locale}/feed.xml`);
      for (const address of pages) {
        const [left, right] = [await get(server, address, { host: 'localhost' }), await get(restored, address, { host: 'localhost' })];
        assert.equal(left.status, address.endsWith('khong-co-trang-nay') ? 404 : 200, address);
        assert.equal(right.status, left.status, address);
        assert.ok(left.bytes.equals(right.bytes), `${address} differs`);
      }
    }
    await restored.stop();
  }
  await server.stop();
});

test('the restored installation goes on: an import, then another backup', async () => {
  const copy = newInstallation('goes-on');
  await runWell(['restore', file, ...copy.where]);
  await runWell(['import', join(PAGES, 'joomla.html'), ...copy.where, '--locale', 'vi', '--section', 'news', '--state', 'published']);
  assert.deepEqual((await check(copy)).faults, []);
  await runWell(['backup', join(copy.folder, 'again.tar.zst'), ...copy.where]);
});

test('the file opens with tar, its manifest is proved by sha256sum, and only its owner reads it', () => {
  const names = execFileSync('tar', ['--zstd', '-tf', file], { encoding: 'utf8' }).trim().split('\n');
  assert.equal(names[0], 'manifest.json');
  assert.ok(names.every((name) => /^(manifest\.(json|sha256)|haidang\.toml|tables\/[a-z_]+\.jsonl|blobs\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64})$/.test(name)));
  const member = (name) => execFileSync('tar', ['--zstd', '-xOf', file, name]);
  const manifest = member('manifest.json');
  assert.ok(member('manifest.sha256').toString().startsWith(createHash('sha256').update(manifest).digest('hex')));
  const tables = JSON.parse(manifest).tables;
  for (const { name, rows, sha256 } of tables) {
    const bytes = member(`tables/${name}.jsonl`);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
    assert.equal(bytes.toString().split('\n').length - 1, rows, name);
  }
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('an existing file is replaced only with --force', async () => {
  const outcome = await run(['backup', file, ...site.where]);
  assert.equal(outcome.code, EXIT.data);
  assert.match(words(outcome), /--force/);
  await runWell(['backup', file, ...site.where, '--force']);
  assert.deepEqual(readdirSync(site.folder).filter((name) => /part|spool/.test(name)), []);
});

test('no address of a database goes into a backup, and none comes out', async () => {
  const source = await demoInstallation('configured');
  writeFileSync(join(source.data, 'haidang.toml'), `workers = 3\n${source.database ? `database = "${source.database}"` : `# database = "postgresql://u:secret@h/d"`}\n`);
  const backup = join(source.folder, 'b.tar.zst');
  await runWell(['backup', backup, '--data', source.data]);
  const text = execFileSync('tar', ['--zstd', '-xOf', backup, 'haidang.toml'], { encoding: 'utf8' });
  assert.match(text, /workers = 3/);
  assert.doesNotMatch(text, /database|postgresql|secret/);
  const copy = newInstallation('configured-copy');
  await runWell(['restore', backup, ...copy.where]);
  const restored = readFileSync(join(copy.data, 'haidang.toml'), 'utf8');
  assert.match(restored, /workers = 3/);
  assert.equal(restored.includes('database'), Boolean(copy.database));
  const { stdout } = await runWell(['check', '--data', copy.data]);  // --data alone is enough
  assert.match(stdout, /\b0 faults/);
});

test('restore refuses a folder that holds an installation', async () => {
  const outcome = await run(['restore', file, ...site.where]);
  assert.equal(outcome.code, EXIT.data);
  assert.match(words(outcome), /already holds/);
  assert.deepEqual((await check(site)).faults, []);
});

test('a backup that is cut short restores nothing and leaves no installation', async () => {
  const copy = newInstallation('cut');
  const cut = join(copy.folder, 'cut.tar.zst');
  writeFileSync(cut, readFileSync(file));
  truncateSync(cut, Math.floor(statSync(cut).size * 0.7));
  const outcome = await run(['restore', cut, ...copy.where]);
  assert.equal(outcome.code, EXIT.data);
  assert.match(words(outcome), /cut short/);
  assert.ok(!existsSync(copy.data), 'the folder is gone again');
  assert.equal((await run(['check', ...copy.where])).code, EXIT.data);
  await runWell(['restore', file, ...copy.where]);  // and the place is free for a good one
});

test('check names a damaged file and one that is not there; backup saves the rest', async () => {
  const damaged = await demoInstallation('damaged');
  const [first, second] = blobsOf(damaged);
  const bytes = readFileSync(first);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(first, bytes);
  unlinkSync(second);
  const report = await check(damaged);
  assert.equal(report.code, EXIT.faultsFound);
  assert.equal(report.ok, false);
  const name = (path) => path.slice(path.lastIndexOf('/') + 1);
  assert.deepEqual(report.faults.map(({ kind, subject }) => [kind, subject]).sort(),
    [['blob.damaged', name(first)], ['blob.missing', name(second)]]);
  assert.ok(report.faults.every(({ text, remedy }) => text && remedy));

  const backup = join(damaged.folder, 'b.tar.zst');
  const outcome = await run(['backup', backup, ...damaged.where]);
  assert.equal(outcome.code, EXIT.faultsFound);
  assert.ok(outcome.stderr.includes(name(first)) && outcome.stderr.includes(name(second)));
  const copy = newInstallation('damaged-copy');
  assert.equal((await run(['restore', backup, ...copy.where])).code, EXIT.faultsFound);
  assert.deepEqual((await check(copy)).faults.map(({ kind }) => kind), ['blob.missing', 'blob.missing']);
});

test('check sees rows changed behind the program\'s back', async () => {
  const changed = await demoInstallation('changed');
  changeDatabase(changed, "UPDATE revision SET title = 'khác' WHERE id = (SELECT live_revision FROM edition WHERE locale = 'vi' AND state = 'published' LIMIT 1)");
  changeDatabase(changed, 'DELETE FROM listing WHERE section_id = 0 AND locale = \'en\'');
  if (!postgresql) changeDatabase(changed, "INSERT INTO redirect (site_id, host, path, item_id, locale, created_at) VALUES (1, '', '/x', 4242, 'vi', 0)");
  const report = await check(changed);
  assert.equal(report.code, EXIT.faultsFound);
  const kinds = new Set(report.faults.map(({ kind }) => kind));
  assert.ok(kinds.has('revision.changed') && kinds.has('listing.missing'), [...kinds].join(' '));
  if (!postgresql) assert.ok(kinds.has('database.damaged'), 'a reference to a row that is not there');
});

test('check sees a SQLite file with overwritten pages', { skip: postgresql ? 'its files are not ours' : false }, async () => {
  const broken = await demoInstallation('broken');
  const database = join(broken.data, 'haidang.db');
  const bytes = readFileSync(database);
  bytes.fill(0xa5, 4096 * 5, 4096 * 12);
  writeFileSync(database, bytes);
  const outcome = await run(['check', ...broken.where]);
  assert.equal(outcome.code, EXIT.faultsFound, words(outcome));
  assert.match(outcome.stdout, /database\.damaged/);
});

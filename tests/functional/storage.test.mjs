// Disks that are read-only or full. They are made of a small tmpfs, which needs
// root; without it each test says so and fails nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { get } from './support/client.mjs';
import { demoInstallation, postgresql, root, run, serve, temporaryFolder } from './support/program.mjs';

function mountTmpfs(t, size) {
  const folder = temporaryFolder('disk');
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'haidang-test', disk], { stdio: 'pipe' });
  } catch (error) {
    t.diagnostic(`not tested here: ${String(error.stderr ?? error).trim()}`);
    t.skip('mounting a small disk needs root');
    return undefined;
  }
  t.after(() => execFileSync('umount', ['--lazy', disk]));
  return disk;
}

const onDisk = (site, disk) => ({ ...site, data: join(disk, 'data'), where: ['--data', join(disk, 'data'), ...(site.database ? ['--database', site.database] : [])] });

test('a read-only data folder is refused at the start, by name', async (t) => {
  const site = await demoInstallation('read-only');
  const disk = mountTmpfs(t, '512m');
  if (!disk) return;
  const moved = onDisk(site, disk);
  cpSync(site.data, moved.data, { recursive: true });
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const outcome = await run(['serve', ...moved.where, '--listen', '127.0.0.1:0']);
  assert.notEqual(outcome.code, 0);
  assert.equal(outcome.signal, null);
  assert.ok((outcome.stdout + outcome.stderr).includes(moved.data), outcome.stdout + outcome.stderr);
});

test('a full disk: an import fails in words, what is public stays', { skip: postgresql ? 'the database is not on this disk' : false }, async (t) => {
  const site = await demoInstallation('full');
  const disk = mountTmpfs(t, '512m');
  if (!disk) return;
  const moved = onDisk(site, disk);
  cpSync(site.data, moved.data, { recursive: true });
  const server = await serve(moved);
  const earlier = (await get(server, '/vi/')).text;
  fill(join(disk, 'filler'));
  const outcome = await run(['import', join(root, 'tests/data/import/pages'), ...moved.where, '--locale', 'vi', '--section', 'news', '--state', 'published']);
  assert.notEqual(outcome.code, 0);
  assert.equal(outcome.signal, null, 'no crash');
  assert.match(outcome.stdout + outcome.stderr, /disk|space|full/i);
  const page = await get(server, '/vi/');
  assert.equal(page.status, 200);
  assert.equal((await get(server, '/healthz')).status, 200);

  rmSync(join(disk, 'filler'));
  assert.equal((await get(server, '/vi/')).status, 200);
  const again = await run(['import', join(root, 'tests/data/import/pages/joomla.html'), ...moved.where, '--locale', 'vi', '--section', 'news', '--state', 'published']);
  assert.equal(again.code, 0, again.stdout + again.stderr);
  assert.ok(earlier.length > 0);
  assert.equal((await server.stop()).code, 0);
});

function fill(path) {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(1 << 20);
  try {
    for (let size = block.length; size >= 1; size = Math.floor(size / 2)) {
      try { for (;;) writeSync(file, block, 0, size); } catch (error) { if (error.code !== 'ENOSPC') throw error; }
    }
  } finally {
    closeSync(file);
  }
}

// Start, stop, and the situations in which the program refuses to start.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { get, splitResponses } from './support/client.mjs';
import { changeDatabase, demoInstallation, EXIT, newInstallation, run, serve } from './support/program.mjs';

let site;
before(async () => { site = await demoInstallation('lifecycle'); });

const words = (outcome) => outcome.stdout + outcome.stderr;

test('init --demo prints the accounts once, with passwords', () => {
  assert.match(site.printed, /@/, 'e-mail addresses of demo accounts');
  assert.match(site.printed, /[Pp]assword|[Mm]ật khẩu/);
});

test('init refuses a folder that already holds an installation', async () => {
  const outcome = await run(['init', ...site.where, '--demo']);
  assert.equal(outcome.code, EXIT.data);
  assert.match(words(outcome), /data/);
});

test('serve says where it listens, answers, and ends with 0 on SIGTERM', async () => {
  const server = await serve(site);
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  assert.equal((await get(server, '/healthz')).status, 200);
  assert.equal((await get(server, '/readyz')).status, 200);
  const { code, signal } = await server.stop('SIGTERM');
  assert.deepEqual({ code, signal }, { code: 0, signal: null });
});

test('SIGINT ends it as well', async () => {
  const server = await serve(site);
  assert.equal((await server.stop('SIGINT')).code, 0);
});

test('SIGTERM finishes what is in flight: no response is cut', async () => {
  const server = await serve(site);
  const asked = 40;
  const text = await new Promise((resolve, reject) => {
    const chunks = [];
    const socket = net.connect(server.port, '127.0.0.1', () => socket.write(`GET /vi/ HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`.repeat(asked)));
    socket.once('data', () => server.signal('SIGTERM'));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
  const { responses, rest } = splitResponses(text);
  assert.equal(rest, 0, 'a response was cut short');
  assert.ok(responses.length >= 1 && responses.length <= asked);
  assert.ok(responses.every(({ status }) => status === 200), responses.map(({ status }) => status).join(' '));
  assert.equal((await server.ended).code, 0);
});

test('an idle connection does not hold the end up', async () => {
  const server = await serve(site);
  const socket = net.connect(server.port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.on('error', () => {});
  assert.equal((await server.stop()).code, 0);
  socket.destroy();
});

test('a port in use is named', async () => {
  const taken = net.createServer();
  await new Promise((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address();
  const outcome = await run(['serve', ...site.where, '--listen', `127.0.0.1:${port}`]);
  taken.close();
  assert.equal(outcome.code, EXIT.network);
  assert.match(words(outcome), new RegExp(`127\\.0\\.0\\.1:${port}`));
});

test('an address that is none is refused', async () => {
  const outcome = await run(['serve', ...site.where, '--listen', '127.0.0.1:http']);
  assert.notEqual(outcome.code, 0);
  assert.match(words(outcome), /listen|127\.0\.0\.1:http/);
});

test('a second server on the same data folder is refused, the first goes on', async () => {
  const server = await serve(site);
  const outcome = await run(['serve', ...site.where, '--listen', '127.0.0.1:0']);
  assert.equal(outcome.code, EXIT.data);
  assert.ok(words(outcome).includes(site.data), words(outcome));
  assert.equal((await get(server, '/vi/')).status, 200);
  assert.equal((await server.stop()).code, 0);
});

test('a server that was killed leaves nothing that keeps the next from starting', async () => {
  const first = await serve(site);
  await first.stop('SIGKILL');
  const second = await serve(site);
  assert.equal((await get(second, '/vi/')).status, 200);
  assert.equal((await second.stop()).code, 0);
});

test('a folder without an installation is refused, not filled', async () => {
  const empty = newInstallation('empty');
  const outcome = await run(['serve', ...empty.where, '--listen', '127.0.0.1:0']);
  assert.equal(outcome.code, EXIT.data);
  assert.match(words(outcome), /init/, 'says how to make one');
});

test('a database written by a newer program is refused and left as it is', async () => {
  const newer = await demoInstallation('newer');
  changeDatabase(newer, "INSERT INTO schema_migration SELECT 9999, 'from the future', applied_at FROM schema_migration WHERE version = 1");
  const outcome = await run(['serve', ...newer.where, '--listen', '127.0.0.1:0']);
  assert.equal(outcome.code, EXIT.data);
  assert.match(words(outcome), /9999|newer/);
  assert.equal(changeDatabase(newer, 'SELECT max(version) FROM schema_migration'), '9999');
});

test('an unknown key in the configuration is named with file and line', async () => {
  const configured = await demoInstallation('configuration');
  const file = join(configured.data, 'haidang.toml');
  writeFileSync(file, '# a comment\nworkers = 2\nlisten = "127.0.0.1:0"\nlissten = "x"\n');
  const outcome = await run(['serve', ...configured.where, '--listen', '127.0.0.1:0']);
  assert.equal(outcome.code, EXIT.configuration);
  assert.match(words(outcome), /haidang\.toml.*4/s);
  assert.match(words(outcome), /lissten/);
});

test('a configuration that is no TOML is named with its line', async () => {
  const configured = await demoInstallation('configuration');
  writeFileSync(join(configured.data, 'haidang.toml'), 'workers = 2\nlisten = \n');
  const outcome = await run(['serve', ...configured.where, '--listen', '127.0.0.1:0']);
  assert.equal(outcome.code, EXIT.configuration);
  assert.match(words(outcome), /haidang\.toml.*2/s);
});

test('unknown commands and options are refused with a hint', async () => {
  for (const args of [['sing'], ['serve', '--loud'], []]) {
    const outcome = await run(args);
    assert.equal(outcome.code, EXIT.usage, args.join(' '));
    assert.match(words(outcome), /--help|[Uu]sage/, args.join(' '));
  }
});

test('--version and --help answer with 0', async () => {
  const version = await run(['--version']);
  assert.equal(version.code, 0);
  assert.match(version.stdout, /\d+\.\d+\.\d+/);
  const help = await run(['--help']);
  assert.equal(help.code, 0);
  for (const command of ['serve', 'init', 'import']) assert.match(help.stdout, new RegExp(`\\b${command}\\b`));
});

// deploy/nginx-site.conf as it is shipped, with this test's names put in: nginx
// in front of the program, on unix sockets.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { elements, links } from './support/page.mjs';
import { demoInstallation, root, serve, temporaryFolder } from './support/program.mjs';

const folder = temporaryFolder('nginx');
const plain = join(folder, 'http.sock');
const secure = join(folder, 'https.sock');
let server, nginx;

function siteFor(port) {
  const replaced = (text, from, to) => {
    assert.ok(text.includes(from), `nginx-site.conf has no "${from}"`);
    return text.replaceAll(from, to);
  };
  let text = readFileSync(join(root, 'deploy/nginx-site.conf'), 'utf8');
  text = text.replace(/^\s*listen \[::\].*\n/gm, '');
  text = replaced(text, 'listen 80;', `listen unix:${plain};`);
  text = replaced(text, 'listen 443 ssl http2;', `listen unix:${secure} ssl;`);
  text = replaced(text, 'portal.example', 'localhost');
  text = replaced(text, '/etc/ssl/haidang/fullchain.pem', join(folder, 'cert.pem'));
  text = replaced(text, '/etc/ssl/haidang/key.pem', join(folder, 'key.pem'));
  text = replaced(text, '/var/log/nginx/haidang.log', join(folder, 'access.log'));
  // A client on a unix socket has no address; nginx says "unix:".
  text = replaced(text, 'X-Forwarded-For $remote_addr', 'X-Forwarded-For 203.0.113.7');
  return replaced(text, '127.0.0.1:8080', `127.0.0.1:${port}`);
}

before(async () => {
  server = await serve(await demoInstallation('proxy'), { args: ['--trusted-proxies', '127.0.0.1'] });
  chmodSync(folder, 0o755);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost',
    '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], { stdio: 'pipe' });
  mkdirSync(join(folder, 'temp'));
  writeFileSync(join(folder, 'site.conf'), siteFor(server.port));
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp/${name};`).join('\n');
  writeFileSync(join(folder, 'nginx.conf'), `daemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nworker_processes 1;
events { worker_connections 64; }\nhttp {\n${temp}\ninclude ${folder}/site.conf;\n}\n`);
  const bothListen = new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (existsSync(plain) && existsSync(secure)) { watcher.close(); resolve(); }
    });
  });
  const program = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync);
  nginx = spawn(program, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  nginx.stderr.setEncoding('utf8').on('data', (text) => { said += text; });
  nginx.ended = new Promise((resolve) => nginx.once('close', resolve));
  await Promise.race([bothListen, nginx.ended.then(() => assert.fail(`nginx ended: ${said}`))]);
});
after(async () => {
  nginx?.kill('SIGTERM');
  await nginx?.ended;
  await server?.stop();
});

function ask(protocol, path, headers = {}) {
  const options = { path, headers: { host: 'localhost', ...headers }, agent: false };
  const target = protocol === https ? { socketPath: secure, rejectUnauthorized: false, servername: 'localhost' } : { socketPath: plain };
  return new Promise((resolve, reject) => {
    protocol.get({ ...options, ...target }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    }).on('error', reject);
  });
}

test('plain HTTP is sent to HTTPS, whole address kept', async () => {
  const { status, headers } = await ask(http, '/vi/?page=2');
  assert.equal(status, 308);
  assert.equal(headers.location, 'https://localhost/vi/?page=2');
});

test('the program knows the reader came by HTTPS under the portal\'s name', async () => {
  const { status, headers, text } = await ask(https, '/vi/');
  assert.equal(status, 200);
  assert.equal(links(text, 'canonical')[0].href, 'https://localhost/vi/');
  assert.match(headers['strict-transport-security'], /^max-age=\d+$/);
  assert.equal(elements(text, 'h1').length, 1);
});

test('what a client claims of itself is not passed on', async () => {
  const { text } = await ask(https, '/vi/', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example;proto=http' });
  assert.equal(links(text, 'canonical')[0].href, 'https://localhost/vi/');
  assert.doesNotMatch(text, /evil\.example/);
});

test('encodings and conditions reach the program', async () => {
  const first = await ask(https, '/vi/', { 'accept-encoding': 'br' });
  assert.equal(first.headers['content-encoding'], 'br');
  const again = await ask(https, '/vi/', { 'accept-encoding': 'br', 'if-none-match': first.headers.etag });
  assert.equal(again.status, 304);
});

test('metrics and readiness are not for the world; the log keeps no address and no query', async () => {
  await ask(https, '/vi/?q=Nguyen');
  for (const path of ['/metrics', '/readyz']) assert.equal((await ask(https, path)).status, 404, path);
  assert.equal((await ask(https, '/healthz')).status, 200);
  assert.doesNotMatch(readFileSync(join(folder, 'access.log'), 'utf8'), /203\.0\.113\.7|unix:|127\.0\.0\.1|Nguyen/);
});

// Uncached pages a second: every request renders. An installation with 20,000
// imported articles; the server on one core, wrk on the other, over many
// distinct addresses; nginx on the same core serves the same bytes as files, in
// alternating rounds. --pages=N, --distinct=N, --rounds=N, --seconds=N.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { median, newInstallation, print, processorSeconds, program, root, round, say, temporaryFolder, timed } from './support/measure.mjs';
import { writeOldPortal } from './support/old_portal.mjs';

const option = (name, otherwise) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const pages = Number(option('pages', 20_000));
const distinct = Number(option('distinct', 4_000));
const rounds = Number(option('rounds', 3));
const seconds = Number(option('seconds', 3));
const SERVER_CORE = '0', LOAD_CORE = '1';
const ENCODINGS = { identity: 'identity', brotli: 'br' };

const folder = temporaryFolder();

async function installation() {
  if (option('data')) return option('data');
  say(`importing ${pages} pages`);
  const old = join(folder, 'old');
  writeOldPortal(old, pages, join(root, 'demo/media'));
  const data = newInstallation(folder);
  await timed(program, ['import', old, '--data', data, '--state', 'published', '--section', 'news', '--locale', 'vi']);
  return data;
}

async function serve(data) {
  const child = spawn('taskset', ['-c', SERVER_CORE, program, 'serve', '--data', data, '--listen', '127.0.0.1:0', '--workers', '1'], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  let output = '';
  for await (const text of child.stdout) {
    output += text;
    const port = /^Listening on http:\/\/127\.0\.0\.1:(\d+)$/m.exec(output)?.[1];
    if (port) return { port: Number(port), pids: [child.pid] };  // taskset became the program
  }
  throw new Error('haidang serve ended');
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
function fetchPage(port, path, encoding) {
  return new Promise((resolve, reject) => {
    http.get({ host: '127.0.0.1', port, path, agent, headers: { 'Accept-Encoding': ENCODINGS[encoding] } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, coding: response.headers['content-encoding'], body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

// Every article's address, from the sitemap; a fixed sample of them in a fixed
// disorder, all pages of the section's list, the front pages.
async function addresses(port) {
  const locations = async (path) => [...(await fetchPage(port, path, 'identity')).body.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => new URL(found[1]).pathname);
  let found = await locations('/sitemap.xml');
  if (found.some((path) => path.startsWith('/sitemap/'))) found = (await Promise.all(found.map(locations))).flat();
  // The imported ones all stand in one section.
  const numbered = found.filter((path) => /^\/vi\/[^/]+\/.*-lan-thu-\d+$/.test(path)).sort();
  const section = `${dirname(numbered[numbered.length >> 1])}/`;
  const articles = numbered.filter((path) => path.startsWith(section));
  const sample = [];
  for (let i = 0; i < Math.min(distinct, articles.length); ++i) sample.push(articles[(i * 7919) % articles.length]);
  const lists = [section];
  for (let page = 2; page <= Math.min(200, Math.floor(articles.length / 12)); ++page) lists.push(`${section}?page=${page}`);
  return { article: [...new Set(sample)], section: lists, home: ['/vi/', '/en/', '/zh/'] };
}

// The same bytes as files, one root for each encoding.
const fileOf = (address) => address.replace('?', '-').replace(/\/$/, '/index');
async function writeFiles(port, kinds) {
  const sizes = {};
  for (const encoding of Object.keys(ENCODINGS)) {
    for (const [kind, list] of Object.entries(kinds)) {
      const lengths = [];
      for (const address of list) {
        const page = await fetchPage(port, address, encoding);
        if (page.status !== 200 || (page.coding ?? 'identity') !== ENCODINGS[encoding]) throw new Error(`${address}: ${page.status} ${page.coding}`);
        if (encoding === 'brotli') brotliDecompressSync(page.body);
        const file = join(folder, encoding, fileOf(address));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, page.body);
        lengths.push(page.body.length);
      }
      sizes[`${kind} ${encoding}`] = median(lengths);
    }
  }
  return sizes;
}

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

async function startNginx() {
  const ports = { identity: await freePort(), brotli: await freePort() };
  const site = (encoding) => `server { listen 127.0.0.1:${ports[encoding]}; root ${folder}/${encoding}; default_type "text/html; charset=utf-8";
    ${encoding === 'brotli' ? 'add_header Content-Encoding br;' : ''} }`;
  writeFileSync(join(folder, 'nginx.conf'), `worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; daemon on; ${process.getuid() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; etag on; types { }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${site('identity')}
  ${site('brotli')} }`);
  execFileSync('taskset', ['-c', SERVER_CORE, 'nginx', '-p', folder, '-c', join(folder, 'nginx.conf')]);
  const master = Number(readFileSync(join(folder, 'nginx.pid'), 'utf8'));
  process.once('exit', () => process.kill(master));
  const children = () => readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim();
  while (children() === '') await new Promise((wait) => setTimeout(wait, 20));
  return { ports, pids: children().split(' ').map(Number) };
}

async function load(port, pids, list, encoding, name) {
  const file = join(folder, `${name}.txt`);
  writeFileSync(file, `${list.join('\n')}\n`);
  const used = () => pids.map(processorSeconds).reduce((a, b) => a + b);
  const before = used();
  const { output } = await timed('taskset', ['-c', LOAD_CORE, 'wrk', '-t1', '-c32', `-d${seconds}s`, '--latency', '-s', join(root, 'bench/support/pages.lua'),
    `http://127.0.0.1:${port}`, '--', file, `127.0.0.1:${port}`, ENCODINGS[encoding]]);
  const result = JSON.parse(/^RESULT (.*)$/m.exec(output)[1]);
  if (result.failed > 0) throw new Error(`${name}: ${result.failed} requests failed`);
  return {
    perSecond: result.requests / (result.microseconds / 1e6),
    cpu: ((used() - before) * 1e6) / result.requests,
    p99: result.p99 / 1000,
  };
}

const server = await serve(await installation());
const kinds = await addresses(server.port);
say(`${kinds.article.length} articles, ${kinds.section.length} pages of a section's list`);
const sizes = await writeFiles(server.port, kinds);
const nginx = await startNginx();

const only = option('only');
const measured = {};
for (let number = 1; number <= rounds; ++number) {
  for (const encoding of Object.keys(ENCODINGS)) {
    for (const [kind, list] of Object.entries(kinds)) {
      const name = `${kind} ${encoding}`;
      if (only && !name.startsWith(only)) continue;
      const ours = await load(server.port, server.pids, list, encoding, 'haidang');
      const theirs = await load(nginx.ports[encoding], nginx.pids, list.map(fileOf), encoding, 'nginx');
      (measured[name] ??= []).push({ ours, theirs });
      say(`round ${number}, ${name}: ${round(ours.perSecond)} and ${round(theirs.perSecond)} a second`);
    }
  }
}

const rows = Object.entries(measured).map(([name, runs]) => {
  const of = (pick, digits = 0) => round(median(runs.map(pick)), digits);
  return {
    page: name, bytes: round(sizes[name]),
    requests_per_second: of((run) => run.ours.perSecond),
    cpu_microseconds: of((run) => run.ours.cpu),
    per_core_second: of((run) => 1e6 / run.ours.cpu),
    p99_milliseconds: of((run) => run.ours.p99, 1),
    nginx_requests_per_second: of((run) => run.theirs.perSecond),
    nginx_cpu_microseconds: of((run) => run.theirs.cpu, 1),
    cpu_ratio: of((run) => run.ours.cpu / run.theirs.cpu, 2),
    rate_ratio: of((run) => run.ours.perSecond / run.theirs.perSecond, 2),
  };
});
const columns = [['page', 17], ['bytes', 7], ['requests_per_second', 9], ['cpu_microseconds', 7], ['per_core_second', 9], ['p99_milliseconds', 7], ['nginx_requests_per_second', 9], ['nginx_cpu_microseconds', 9], ['cpu_ratio', 7], ['rate_ratio', 7]];
const heads = ['page', 'bytes', 'req/s', 'CPU us', '1/CPU s', 'p99 ms', 'nginx/s', 'nginx us', 'x CPU', 'x rate'];
const line = (cells) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(columns[i][1]) : String(cell).padStart(columns[i][1]))).join('');
print({ pages, distinct: kinds.article.length, rounds, seconds, rows }, [line(heads), ...rows.map((row) => line(columns.map(([name]) => row[name])))]);
process.exit(0);

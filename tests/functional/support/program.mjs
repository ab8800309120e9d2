// Runs the real program. HAIDANG_BINARY says which (default: what ./dev test
// built); HAIDANG_DATABASE_URL names a PostgreSQL server, and then every
// installation gets a database of its own there instead of a SQLite file.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
export const binary = process.env.HAIDANG_BINARY ?? join(root, 'build-test/haidang');
if (!existsSync(binary)) throw new Error(`there is no ${binary}: ./dev test builds it; HAIDANG_BINARY names another`);
export const postgresql = process.env.HAIDANG_DATABASE_URL;

// What the program tells the shell (docs/administration.md).
export const EXIT = { success: 0, faultsFound: 1, usage: 2, configuration: 3, data: 4, network: 5 };

// A person waits no longer for a start or an end either.
const PATIENCE = 60_000;

export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `haidang-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// A folder for the data and the arguments that name it: an installation that
// does not exist yet.
export function newInstallation(name = 'test', pattern = undefined) {
  const folder = temporaryFolder(name);
  const data = join(folder, 'data');
  if (!postgresql) return { folder, data, where: ['--data', data] };
  const database = `test_${randomBytes(8).toString('hex')}`;
  const template = pattern ? `TEMPLATE ${new URL(pattern.database).pathname.slice(1)}` : '';
  psql(postgresql, `CREATE DATABASE ${database} ${template}`);
  const url = new URL(postgresql);
  url.pathname = `/${database}`;
  return { folder, data, database: url.href, where: ['--data', data, '--database', url.href] };
}

export function psql(url, sql) {
  return execFileSync('psql', ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '-v', 'ON_ERROR_STOP=1', '-c', sql, url], {
    encoding: 'utf8',
  }).trim();
}

// Changes the database of an installation behind the program's back.
export function changeDatabase(installation, sql) {
  if (installation.database) return psql(installation.database, sql);
  const file = join(installation.data, 'haidang.db');
  assert.ok(existsSync(file), `no ${file}`);
  return execFileSync('sqlite3', [file, sql], { encoding: 'utf8' }).trim();
}

function collect(child) {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8');
    child[name].on('data', (text) => { output[name] += text; });
  }
  return output;
}

// Nothing of the caller's configuration; a language and a time zone that the
// program must not depend on.
function environment(extra) {
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HAIDANG_')));
  return { ...rest, LC_ALL: 'C', TZ: 'America/Lima', ...extra };
}

// Runs a command to its end: {code, signal, stdout, stderr}.
export async function run(args, { input = '', env = {}, cwd } = {}) {
  const child = spawn(binary, args, { env: environment(env), cwd, timeout: 5 * PATIENCE });
  const output = collect(child);
  child.stdin.on('error', () => {});  // a command that does not read its input
  child.stdin.end(input);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...outcome) => resolve(outcome));
  });
  return { code, signal, ...output };
}

export async function runWell(args, options) {
  const outcome = await run(args, options);
  assert.equal(outcome.code, 0, `haidang ${args.join(' ')} ended with ${outcome.code ?? outcome.signal}:\n${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

// The demo site is made once in a test file and copied for each test that wants
// one of its own. `printed` is what `init` said.
let made;
export async function demoInstallation(name) {
  made ??= (async () => {
    const pattern = newInstallation('pattern');
    const { stdout } = await runWell(['init', ...pattern.where, '--demo']);
    return { ...pattern, printed: stdout };
  })();
  const pattern = await made;
  const installation = newInstallation(name, pattern);
  cpSync(pattern.data, installation.data, { recursive: true });
  return { ...installation, printed: pattern.printed };
}

const WORDS = {
  vi: ['Bản tin đối ngoại số', 'Tỉnh Bình Hải tiếp tục mở rộng hợp tác với các địa phương nước ngoài trong năm nay.'],
  en: ['External affairs bulletin no.', 'Bình Hải Province continues to widen its cooperation with partners abroad this year.'],
  zh: ['对外信息简报第', '平海省今年继续扩大与国外地方的合作，加强对外信息工作。'],
};

// As many news items in every language as make the section's list turn a page.
export async function fillSection(installation, count = 40) {
  for (const [locale, [title, text]] of Object.entries(WORDS)) {
    const pages = join(installation.folder, `bulletins-${locale}`);
    mkdirSync(pages);
    for (let number = 1; number <= count; number += 1) {
      writeFileSync(join(pages, `${number}.html`), `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title} ${number}</title></head>
        <body><h1>${title} ${number}</h1><p>${text}</p><p>${text} (${number})</p></body></html>`);
    }
    await runWell(['import', pages, ...installation.where, '--locale', locale, '--section', 'news', '--state', 'published']);
  }
}

// Starts `haidang serve` on a free port and waits until it says that it listens.
export async function serve(installation, { args = [], env = {} } = {}) {
  const child = spawn(binary, ['serve', ...installation.where, '--listen', '127.0.0.1:0', ...args], {
    env: environment(env), stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, ...output })));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  ended.then(() => process.off('exit', kill));

  const url = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`haidang serve ${why}:\n${output.stdout}${output.stderr}`));
    const timer = setTimeout(() => { kill(); fail('did not say that it listens'); }, PATIENCE);
    child.stdout.on('data', () => {
      const found = /^Listening on (http:\/\/\S+)$/m.exec(output.stdout);
      if (found) { clearTimeout(timer); resolve(found[1]); }
    });
    child.once('error', reject);
    ended.then(({ code, signal }) => { clearTimeout(timer); fail(`ended with ${code ?? signal}`); });
  });
  const { port, host } = new URL(url);
  return {
    url, host, port: Number(port), pid: child.pid, output, ended,
    signal: (name) => child.kill(name),
    async stop(name = 'SIGTERM') {
      child.kill(name);
      const timer = setTimeout(kill, PATIENCE);
      const outcome = await ended;
      clearTimeout(timer);
      return outcome;
    },
  };
}

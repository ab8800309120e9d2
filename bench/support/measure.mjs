// What both benchmarks need: the program, a temporary folder, figures of a
// process, medians and a table.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.HAIDANG_BINARY ?? join(root, 'build/haidang');
export const wantsJson = process.argv.includes('--json');

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'haidang-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  return folder;
}

export function say(text) {
  if (!wantsJson) process.stderr.write(`${text}\n`);
}

export function newInstallation(folder) {
  const data = join(folder, 'data');
  execFileSync(program, ['init', '--data', data, '--demo'], { stdio: 'ignore' });
  return data;
}

// proc(5): CPU time of a process with all its threads, in seconds.
const TICKS = Number(execFileSync('getconf', ['CLK_TCK']));
export function processorSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
const peakOf = (pid) => {
  try {
    return 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

// Runs a command to its end; {seconds, peak, output}, peak resident bytes.
export async function timed(command, args) {
  const start = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '', errors = '', peak = 0;
  child.stdout.on('data', (text) => { output += text; });
  child.stderr.on('data', (text) => { errors += text; });
  const watch = setInterval(() => { peak = Math.max(peak, peakOf(child.pid)); }, 50);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${errors}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, peak, output };
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export function print(result, lines) {
  if (wantsJson) console.log(JSON.stringify(result, null, 2));
  else for (const line of lines) console.log(line);
}

export const round = (value, digits = 0) => Number(value.toFixed(digits));

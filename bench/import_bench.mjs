// Moving an old portal in: `haidang import` of 20,000 pages into a fresh
// installation, everything stored (recognition, revisions, editions, listings,
// redirects, audit, outbox), against reading and SHA-256 of the same files with
// coreutils in the same run. --pages=N for another number, --rounds=N.
import { statSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, newInstallation, print, program, root, round, say, temporaryFolder, timed } from './support/measure.mjs';
import { writeOldPortal } from './support/old_portal.mjs';

const option = (name, otherwise) => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
const pages = option('pages', 20_000);
const rounds = option('rounds', 3);

const folder = temporaryFolder();
const portal = join(folder, 'old');
say(`writing ${pages} pages`);
writeOldPortal(portal, pages, join(root, 'demo/media'));

const hash = () => timed('sh', ['-c', `find "${portal}" -name 'bai-*' -print0 | xargs -0 sha256sum | wc -l`]);

const runs = [];
await hash();  // the files are in the page cache for everyone
for (let number = 1; number <= rounds; ++number) {
  const anchor = await hash();
  const data = newInstallation(join(folder, `round-${number}`));
  const args = ['import', portal, '--data', data, '--state', 'published', '--section', 'news', '--locale', 'vi'];
  const dry = await timed(program, [...args, '--dry-run', '--json']);
  const run = await timed(program, args);
  const created = Number(/(\d+) created/.exec(run.output)?.[1]);
  if (created !== pages) throw new Error(`of ${pages} pages: ${run.output}`);
  const bytes = statSync(join(data, 'haidang.db')).size;
  runs.push({ seconds: run.seconds, recognise: dry.seconds, hash: anchor.seconds, peak: run.peak, bytes });
  say(`round ${number}: ${round(run.seconds, 1)} s`);
  rmSync(join(folder, `round-${number}`), { recursive: true });
}

const seconds = median(runs.map((run) => run.seconds));
const result = {
  pages, rounds,
  articles_per_second: round(pages / seconds),
  seconds: round(seconds, 2),
  recognition_alone_seconds: round(median(runs.map((run) => run.recognise)), 2),
  database_megabytes: round(median(runs.map((run) => run.bytes)) / 1e6, 1),
  peak_resident_megabytes: round(median(runs.map((run) => run.peak)) / 1e6, 1),
  anchor_sha256_seconds: round(median(runs.map((run) => run.hash)), 2),
  ratio_to_anchor: round(median(runs.map((run) => run.seconds / run.hash)), 1),
};
print(result, [
  `${'articles/s'.padEnd(26)} ${result.articles_per_second}`,
  `${'seconds'.padEnd(26)} ${result.seconds} (recognition alone, --dry-run: ${result.recognition_alone_seconds})`,
  `${'database'.padEnd(26)} ${result.database_megabytes} MB`,
  `${'peak resident memory'.padEnd(26)} ${result.peak_resident_megabytes} MB`,
  `${'sha256sum of the files'.padEnd(26)} ${result.anchor_sha256_seconds} s; the import takes ${result.ratio_to_anchor} times that`,
]);

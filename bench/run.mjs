// `pnpm bench`: all cases, all libraries that are here, interleaved; `--help` says the options.
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { buildCase } from './build.mjs';
import { bytes } from './cases/bytes.mjs';
import { change } from './cases/change.mjs';
import { cluster } from './cases/cluster.mjs';
import { coldStartCase } from './cases/cold-start.mjs';
import { engine } from './cases/engine.mjs';
import { hits } from './cases/hits.mjs';
import { interaction } from './cases/interaction.mjs';
import { load } from './cases/load.mjs';
import { mounts } from './cases/mounts.mjs';
import { installPeers, libraries, versions } from './libraries.mjs';
import { readResults, sectionOf, targetsOf, writeResults } from './report.mjs';
import { serve } from './server.mjs';

const CASES = [bytes, coldStartCase, load, interaction, cluster, change, mounts, hits, engine];
const HELP = `pnpm bench [--case CDF] [--only ours,ol] [--rounds N] [--data 100,000] [--try | --write]
  --case    用例，默认全部 / cases, all by default: ${CASES.map(({ id, title }) => `${id} ${title}`).join(', ')}
  --only    只测这些库 / only these libraries
  --rounds  轮数，替代各用例的默认值 / rounds, instead of each case's own
  --data    只测名称含此文字的数据 / only data whose name contains this
  --try     一轮，数据量的十分之一，只为检查适配器 / one round of a tenth of the data, to check adapters
  --write   写入 bench/results.json 与 bench/results.md / keep the results\n`;

const { values: options } = parseArgs({
  options: {
    case: { type: 'string', default: 'ABCDEFGHI' },
    only: { type: 'string' },
    rounds: { type: 'string' },
    data: { type: 'string' },
    try: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (text) => void process.stdout.write(`${text}\n`);

/** The machine in words. */
function machine() {
  const [{ model }] = cpus();
  return `${cpus().length} × ${model.trim()}，${Math.round(totalmem() / 2 ** 30)} GiB，${process.platform}`;
}

/** Runs one case in a browser of its own. */
async function runCase(one, here, server) {
  const asked = options.try ? 1 : Number(options.rounds);
  const part = options.try ? 0.1 : 1;
  const notes = new Set();
  const browser = await launch();
  const run = {
    browser,
    url: server.url,
    rounds: asked > 0 ? asked : one.rounds,
    part,
    libraries: here.filter(({ cases, page }) => ('AB'.includes(one.id) ? page : cases.includes(one.id))),
    note: (text) => notes.add(text),
    progress: (text) => process.stderr.write(`  ${one.id} ${text}\n`),
    chosen: (list) => list.filter(({ title }) => !options.data || title.includes(options.data)).map((job) => ({ ...job, count: job.count * part })),
  };
  const load1 = loadavg()[0];
  try {
    const tables = await one.run(run);
    return {
      title: one.title,
      words: one.words,
      date: new Date().toISOString().slice(0, 10),
      load: [load1, loadavg()[0]].map((value) => Number(value.toFixed(1))),
      browser: await browser.version(),
      tables,
      notes: [...notes],
    };
  } finally {
    await browser.close();
  }
}

async function main() {
  if (options.help) {
    say(HELP);
    return;
  }
  if (options.try && options.write) throw new Error('--try 不能与 --write 同用 / --try has nothing to keep');
  const only = options.only?.split(',');
  if (!only || only.some((name) => !['ours', 'ol', 'engine-ours', 'engine-plain'].includes(name))) installPeers();
  const here = libraries(only);
  const chosen = CASES.filter(({ id }) => options.case.toUpperCase().includes(id));
  for (const { name, cases } of here) if (chosen.some(({ id }) => cases.includes(id))) await buildCase(name);
  const server = await serve();
  const results = options.write ? readResults() : { cases: {} };
  Object.assign(results, { machine: machine(), versions: versions() });
  for (const one of chosen) {
    say(`${one.id} ${one.title}`);
    results.cases[one.id] = await runCase(one, here, server);
    if (options.write) writeResults(results);
    say(`\n${sectionOf(results, one.id)}\n`);
  }
  server.close();
  // A tenth of the data says nothing about the targets.
  if (!options.try) say(`\n${targetsOf(results)}`);
}

await main();

// The documents of the example pages with rows that stay elsewhere: every view says what it says of rows in memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../tools/build/options.mjs';
import { same, test, until } from '../shared/report.mjs';
import { quiet, viewWords } from '../shared/view-words.mjs';

const EXAMPLES = join(ROOT, 'examples');

/** The elements of a page as one script, without the page's own code, and an engine over rows in memory. */
async function scriptOf(name) {
  const main = readFileSync(join(EXAMPLES, name, 'main.ts'), 'utf8');
  const imports = [...main.matchAll(/^import '(@yizhangtu\/[^']+|\.\/schemas\.js)';$/gm)].map(([, path]) => `import '${path}';`);
  const { outputFiles } = await build({
    stdin: {
      contents: `${imports.join('\n')}\nimport '@yizhangtu/data/remote-dataset';\nimport { engineOver } from '../../tests/contract/served.ts';\nObject.assign(window, { engineOver });`,
      resolveDir: join(EXAMPLES, name),
    },
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['yizhangtu-source', 'browser', 'import'],
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** The first view of a page. Data that the page's code asks for later is asked for at once. */
function documentOf(name) {
  const html = readFileSync(join(EXAMPLES, name, 'index.html'), 'utf8');
  const [page = ''] = /<yzt-page[^]*?<\/yzt-page>/.exec(html) ?? [];
  return page.replace(/ from-address/g, '').replace(/<yzt-dataset ([^>]*)data-src=/g, '<yzt-dataset $1src=');
}

const DATASET = /<yzt-dataset ([^>]*\bsrc="[^"]*"[^>]*)>([^]*?)<\/yzt-dataset>/g;

/** The same on datasets whose rows are elsewhere. Only what says where the data are is left out. */
const elsewhere = (html) => html.replace(DATASET, (_, attributes, inside) => `<yzt-remote-dataset ${attributes.replace(/\b(src|layer|format)="[^"]*"/g, '')}>${inside}</yzt-remote-dataset>`);

/** The datasets alone, under other names and without fields that are worked out. */
const plain = (html) => [...html.matchAll(DATASET)].map(([, attributes]) => `<yzt-dataset ${attributes.replace(/\bid="/, 'id="plain-')}></yzt-dataset>`).join('');

/** Opens an empty page in the place of an example, with its elements. */
async function open(browser, site, name) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' });
  const script = await scriptOf(name);
  await page.route(`${site.url}${name}/elsewhere.*`, (route) => {
    const html = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><div id="plain" hidden></div><div id="view"></div><script type="module" src="elsewhere.js"></script>';
    return route.fulfill(route.request().url().endsWith('.js') ? { contentType: 'text/javascript', body: script } : { contentType: 'text/html', body: html });
  });
  const said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`${site.url}${name}/elsewhere.html`);
  await page.waitForFunction(() => window.engineOver);
  return { page, said };
}

/** Shows the document and waits until nothing is under way. */
async function show(page, html) {
  await page.evaluate(async (inner) => {
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    document.getElementById('view').innerHTML = inner;
    for (const element of document.querySelectorAll('yzt-remote-dataset')) {
      const held = document.getElementById(`plain-${element.id}`);
      while (held.loading || held.dataset.rowCount === 0) await pause(50);
      // A file may say itself what its fields are and that it is an example; a table on a server does not.
      if (!element.hasAttribute('schema')) element.dataset.schema = held.dataset.schema;
      element.example = held.dataset.provenance.example === true;
      element.dataset.engine = window.engineOver(held.dataset);
      element.dataset.load().catch(() => undefined);
    }
    for (const element of document.querySelectorAll('#view yzt-dataset[src]')) while (element.loading || element.dataset.rowCount === 0) await pause(50);
  }, html);
  await quiet(page, '#view');
}

/** Words of every view once they stay. */
async function words(page) {
  let last;
  await until(
    async () => {
      const [before, now] = [last, await viewWords(page, '#view')];
      last = now;
      await page.waitForTimeout(300);
      return before?.join('\n') === now.join('\n');
    },
    (same) => same,
    'words that stay',
  );
  return last;
}

/** A filter for each page; that of vessels is by a field that an element of the page adds. */
const FILTERS = {
  fitness: ['venues', { kind: 'in', field: 'typeGroup', values: [] }],
  marine: ['vessels', { kind: 'in', field: 'group', values: [] }],
  market: ['subjects', { kind: 'range', field: 'founded', min: Date.parse('2020-01-01T00:00:00+08:00') }],
  'natural-resources': ['parcels', { kind: 'in', field: 'ydyh2023', values: [] }],
};

/** Puts a filter on; one without values takes the field's two commonest. */
async function filter(page, [id, filter]) {
  await page.evaluate(
    async ([of, given]) => {
      const { dataset } = document.querySelector(`#view #${of}`);
      const { groups } = await dataset.query({ groupBy: given.field, measures: [{ kind: 'count' }], limit: 2 });
      dataset.setFilter('test', given.values?.length === 0 ? { ...given, values: groups.map(({ key }) => key) } : given);
    },
    [id, filter],
  );
  await quiet(page, '#view');
}

function compare(memory, there) {
  return memory.flatMap((line, at) => (line === there[at] ? [] : [`in memory: ${line.slice(0, 700)}`, `elsewhere: ${there[at]?.slice(0, 700)}`]));
}

export async function testElsewhere(browser, site) {
  for (const name of Object.keys(FILTERS)) {
    const { page, said } = await open(browser, site, name);
    const html = documentOf(name);
    await page.evaluate((inner) => (document.getElementById('plain').innerHTML = inner), plain(html));
    const seen = [];
    for (const one of [html, elsewhere(html)]) {
      await show(page, one);
      const before = await words(page);
      await filter(page, FILTERS[name]);
      seen.push([before, await words(page)]);
    }
    const [[memory, narrowed], [there, narrowedThere]] = seen;
    await test(`${name}: the document says the same of rows in memory and of rows elsewhere (${memory.length} views)`, () => {
      if (memory.length < 8) throw new Error(`only ${memory.length} views`);
      return compare(memory, there);
    });
    await test(`${name}: and under a filter`, () => {
      if (memory.join('\n') === narrowed.join('\n')) throw new Error('the filter changed nothing');
      return compare(narrowed, narrowedThere);
    });
    // Until the time slider narrows them, more vessels pass than may come.
    await test(`${name}: without an error`, () => same(said.filter((line) => !/yzt-vessel-layer.*22,237 行/.test(line)), [], 'console'));
    await page.close();
  }
}

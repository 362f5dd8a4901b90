// One page, every broken source at once, beside one that is good.
import { guard } from '../shared/guard.mjs';
import { same, says, test, until } from '../shared/report.mjs';
import { FAILING, MENDED } from './files.mjs';
import { idOf } from './site.mjs';

/** What a dataset element came to. */
const readDataset = (page, id) =>
  page.evaluate((name) => {
    const element = document.getElementById(name);
    const { dataset, error, loading } = element;
    const { kind, coordinates, types } = dataset.geometry;
    const rows = Array.from({ length: dataset.rowCount }, (_, row) => row);
    const placed =
      kind === 'point'
        ? rows.filter((row) => Number.isFinite(coordinates[2 * row])).length
        : kind === 'shape'
          ? rows.filter((row) => types[row] !== 0).length
          : 0;
    return {
      loading,
      code: error?.code,
      rows: dataset.rowCount,
      placed,
      bounds: dataset.bounds,
      columns: dataset.columns.map((column) => column.name),
      notes: dataset.report.notes.map(({ kind: note, count, text }) => ({ kind: note, count, ...text })),
      attribute: element.hasAttribute('error'),
    };
  }, id);

function sentenceFaults({ zh, en }, wanted, name) {
  const faults = [];
  for (const [sentence, words] of [
    [zh, wanted.zh],
    [en, wanted.en],
  ]) {
    for (const word of ['<yzt-dataset>', `/${name}`, ...words])
      if (!sentence.includes(word)) faults.push(`without «${word}»: ${sentence}`);
    if (/undefined|NaN,|\[object|stack|at .*\.js/.test(sentence.replace('NaN,36]', '')))
      faults.push(`not for people: ${sentence}`);
  }
  return faults;
}

async function testFailing(page) {
  for (const [name, wanted] of Object.entries(FAILING)) {
    await test(`${name}: one error, ${wanted.code}, whose sentence names tag, file and remedy in both languages`, async () => {
      const said = await page.evaluate(
        (id) => window.record.errors.filter((error) => error.id === id && error.tag === 'yzt-dataset'),
        idOf(name),
      );
      same(
        said.map((error) => error.code),
        [wanted.code],
        'errors',
      );
      const state = await readDataset(page, idOf(name));
      same(
        [state.loading, state.code, state.attribute, state.rows],
        [false, wanted.code, true, 0],
        'loading, error, attribute, rows',
      );
      return sentenceFaults(said[0], wanted, name);
    });
  }
}

async function testMended(page, warnings) {
  for (const [name, wanted] of Object.entries(MENDED)) {
    await test(`${name}: ${wanted.rows} rows, ${wanted.placed} with a place, ${Object.keys(wanted.notes).join(' and ') || 'nothing to say'}`, async () => {
      const state = await readDataset(page, idOf(name));
      same([state.code, state.rows, state.placed], [undefined, wanted.rows, wanted.placed], 'error, rows, placed');
      same(
        state.notes.map((note) => `${note.kind} ${note.count}`).toSorted(),
        Object.entries(wanted.notes)
          .map(([kind, count]) => `${kind} ${count}`)
          .toSorted(),
        'notes',
      );
      if (wanted.zh) says(state.notes.map((note) => note.zh).join(), wanted.zh, 'Chinese note');
      if (wanted.en) says(state.notes.map((note) => note.en).join(), wanted.en, 'English note');
      if (wanted.columns) same(state.columns, wanted.columns, 'columns');
      if (wanted.cell)
        same(
          await page.evaluate(
            ([id, [row, field]]) => document.getElementById(id).dataset.value(row, field),
            [idOf(name), wanted.cell],
          ),
          wanted.cell[2],
          'cell',
        );
      if (state.bounds)
        same(
          state.bounds.map((n, i) => (i % 2 ? n > 30 && n < 40 : n > 115 && n < 125)),
          [true, true, true, true],
          `bounds ${state.bounds} near Qingdao`,
        );
      const mended = wanted.zh && !['no-geometry', 'duplicate-id'].includes(Object.keys(wanted.notes)[0]);
      if (mended && !warnings.some((line) => line.includes('<yzt-dataset>') && line.includes(wanted.zh)))
        return [`no hint says: ${wanted.zh}`];
      return [];
    });
  }
}

const textOf = (page, selector) =>
  page.evaluate((name) => document.querySelector(name).shadowRoot.textContent.replace(/\s+/g, ' '), selector);

async function testViews(page) {
  await test('views of a source that failed say its sentence instead of staying empty or loading', async () => {
    says(await textOf(page, '#failed-chart'), '/missing.geojson 不存在（404）', 'chart');
    says(await textOf(page, '#failed-list'), '第 3 行第 21 列', 'list');
    says(await textOf(page, '#failed-card'), '拒绝访问（403）', 'indicator');
    says(await textOf(page, '#failed-filter'), '登录页', 'filter');
  });
  await test('a layer with its own source fails under its own name, and the layer list offers to try again', async () => {
    const said = await page.evaluate(() => window.record.errors.filter((error) => error.id === 'own'));
    same(
      said.map(({ tag, code }) => [tag, code]),
      [['yzt-point-layer', 'not-found']],
      'errors',
    );
    says(said[0].zh, '<yzt-point-layer>', 'sentence');
    says(await textOf(page, 'yzt-layer-list'), '加载失败', 'layer list');
  });
  await test('the sentences change with the language of the page', async () => {
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await until(
      () => textOf(page, '#failed-chart'),
      (text) => text.includes('/missing.geojson does not exist (404)'),
      'chart',
    );
    says(await textOf(page, '#failed-list'), 'line 3, column 21', 'list');
    await page.evaluate(() => (document.documentElement.lang = 'zh-CN'));
  });
}

/** Pixels of a colour other than transparent on the canvases of the map. */
const drawn = (page) =>
  page.evaluate(() => {
    let count = 0;
    for (const canvas of document.querySelector('yzt-map').shadowRoot.querySelectorAll('canvas')) {
      if (!canvas.width) continue;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 3; i < data.length; i += 4) if (data[i] > 200) count += 1;
    }
    return count;
  });

/** The same, once the picture stands still: a map that is still filling would be taken for a filtered one. */
const drawnAtRest = async (page) => {
  let last = -1;
  return until(
    async () => {
      await page.waitForTimeout(300);
      const now = await drawn(page);
      const rests = now === last;
      last = now;
      return rests ? now : 0;
    },
    (count) => count > 500,
    'pixels drawn',
    15000,
  );
};

async function testLife(page) {
  await test('the good dataset on the same page is drawn, listed, charted and filtered all the same', async () => {
    const before = await drawnAtRest(page);
    says(await textOf(page, 'yzt-feature-list'), '好点 0', 'list');
    await page.locator('yzt-filter').first().getByRole('button', { name: /乙/ }).click();
    await until(
      () => page.evaluate(() => document.getElementById('good').dataset.query({ measures: [{ kind: 'count' }] }).total.count),
      (count) => count === 10,
      'rows left',
    );
    await until(
      () => drawn(page),
      (count) => count < before,
      'pixels after the filter',
    );
  });
  await test('a source that comes back is read by reload()', async () => {
    const code = await page.evaluate(async () => {
      const element = document.getElementById('missing-geojson');
      element.src = 'good.geojson';
      await new Promise((resolve) => element.addEventListener('yzt-load', resolve, { once: true }));
      return [
        element.error?.code,
        element.hasAttribute('error'),
        element.dataset.rowCount,
        element.dataset.query({ measures: [{ kind: 'count' }] }).total.count,
      ];
    });
    same(code, [null, false, 40, 40], 'error, attribute, rows, count');
    await until(
      () => textOf(page, '#failed-chart'),
      (text) => !text.includes('404') && text.includes('甲'),
      'chart',
    );
  });
}

async function testQuiet(page, watch) {
  await test('nothing ran, threw or was refused; no other host was asked; the prototypes are as they were', async () => {
    const faults = (await watch.faults()).filter((fault) => !fault.startsWith('console:'));
    const { unhandled, executed } = await page.evaluate(() => window.record);
    const before = await page.evaluate(() => [
      window.prototypeBefore,
      Object.getOwnPropertyNames(Object.prototype).join(),
      {}.polluted,
    ]);
    if (before[0] !== before[1] || (before[2] !== null && before[2] !== undefined)) faults.push(`Object.prototype: ${before}`);
    return [...faults, ...unhandled.map((each) => `unhandled: ${each}`), ...executed.map((each) => `ran: ${each}`)];
  });
}

/** Opens the page and goes through all of it. */
export async function testSources(browser, site) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const warnings = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const watch = await guard(page, site.url);
  await page.goto(site.url);
  await test('the busy marks of all sources end', () =>
    until(
      () =>
        page.evaluate(() =>
          [...document.querySelectorAll('yzt-dataset')]
            .filter((element) => element.loading || !(element.error || element.dataset.version))
            .map((element) => element.id),
        ),
      (left) => left.length === 0,
      'still loading',
    ));
  await testFailing(page);
  await testMended(page, warnings);
  await testViews(page);
  await testLife(page);
  await testQuiet(page, watch);
  await page.close();
}

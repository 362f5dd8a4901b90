// Values in markup that cannot be used: on a developer's machine a hint names tag, value and remedy, and the value before stays.
import { guard } from '../shared/guard.mjs';
import { same, test, until } from '../shared/report.mjs';

/** tag, attribute, a good value, a bad one, the property to compare, words of the sentence besides tag and value. */
const KEPT = [
  ['yzt-map', 'center', '120.38 36.07', '青岛', 'center', '120.38 36.07'],
  ['yzt-map', 'center', '120.38 36.07', '36.07', 'center', '120.38 36.07'],
  ['yzt-map', 'zoom', '11', 'x', 'zoom', 'zoom="11"'],
  ['yzt-map', 'rotation', '30', 'north', 'rotation', 'rotation="30"'],
  ['yzt-map', 'bounds', '119 35 121 37', '121 35 119', 'bounds', '119.5 35.5 121 37'],
  ['yzt-map', 'max-bounds', '108 28 133 44', 'China', 'maxBounds', 'max-bounds='],
  ['yzt-map', 'min-zoom', '5', 'low', 'minZoom', 'min-zoom="5"'],
  ['yzt-map', 'max-zoom', '18', 'high', 'maxZoom', 'max-zoom="18"'],
  ['yzt-point-layer', 'opacity', '0.5', 'half', 'opacity', 'opacity='],
  ['yzt-point-layer', 'min-zoom', '5', 'low', 'minZoom', 'min-zoom='],
  ['yzt-point-layer', 'max-zoom', '15', 'high', 'maxZoom', 'max-zoom='],
];

/** Markup and the words that must be said about it, with the tag. @type {[string, string, string[], boolean?][]} */
const SAID = [
  ['a projection nobody knows', '<yzt-map projection="EPSG:99999"></yzt-map>', ['<yzt-map', 'EPSG:99999']],
  [
    'a dataset that is not there',
    '<yzt-bar-chart dataset="nowhere" group-by="kind"></yzt-bar-chart>',
    ['<yzt-bar-chart>', 'nowhere', '请检查 id'],
  ],
  ['a map that is not there', '<yzt-legend for="nowhere"></yzt-legend>', ['<yzt-legend>', 'nowhere', '请检查 id']],
  [
    'a field the data does not have, in a filter',
    '<yzt-filter dataset="good" field="nosuch"></yzt-filter>',
    ['<yzt-filter>', 'nosuch', '可用字段：name, kind, area'],
  ],
  [
    'a field the data does not have, in a chart',
    '<yzt-bar-chart dataset="good" group-by="nosuch"></yzt-bar-chart>',
    ['<yzt-bar-chart>', 'nosuch', '字段'],
  ],
  [
    'a field the data does not have, in a measure',
    '<yzt-ranking-chart dataset="good" group-by="kind" measure="sum:nosuch"></yzt-ranking-chart>',
    ['<yzt-ranking-chart>', 'nosuch', '字段'],
  ],
  [
    'a field the data does not have, in an indicator',
    '<yzt-indicator dataset="good" measure="sum:nosuch"></yzt-indicator>',
    ['<yzt-indicator>', 'nosuch', '字段'],
  ],
  [
    'a measure that is none',
    '<yzt-bar-chart dataset="good" group-by="kind" measure="total:area"></yzt-bar-chart>',
    ['<yzt-bar-chart>', 'total:area'],
  ],
  [
    'a share that is none',
    '<yzt-indicator dataset="good" share="open"></yzt-indicator>',
    ['<yzt-indicator>', 'share="open"', '字段=值'],
  ],
  ['a gauge whose scale has no end', '<yzt-gauge-chart value="3" unit="吨"></yzt-gauge-chart>', ['<yzt-gauge-chart>', 'max="数值"']],
  [
    'a symbology that is none',
    '<yzt-point-layer dataset="good" symbology="rainbow"></yzt-point-layer>',
    ['<yzt-point-layer>', 'symbology="rainbow"', '写法应为'],
  ],
  [
    'a symbology of a field that is not there',
    '<yzt-point-layer dataset="good" symbology="class:nosuch"></yzt-point-layer>',
    ['<yzt-point-layer>', 'class:nosuch', '请检查字段名'],
  ],
  [
    'a symbology with a ramp nobody knows',
    '<yzt-point-layer dataset="good" symbology="breaks:area:5:quantile:neon"></yzt-point-layer>',
    ['<yzt-point-layer>', 'neon', 'blues'],
  ],
  [
    'a schema nobody registered',
    '<yzt-dataset src="good.geojson" schema="fitness/none@1"></yzt-dataset>',
    ['<yzt-dataset', 'fitness/none@1', 'registerSchema()'],
  ],
  ['a format nobody reads', '<yzt-dataset src="good.geojson" format="dwg"></yzt-dataset>', ['<yzt-dataset', 'dwg', 'geojson']],
  [
    'an encoding nobody knows',
    '<yzt-dataset src="good.geojson" encoding="klingon"></yzt-dataset>',
    ['<yzt-dataset', 'klingon', 'gb18030'],
  ],
  [
    'a time limit that is no number',
    '<yzt-dataset src="good.geojson" time-limit="soon"></yzt-dataset>',
    ['<yzt-dataset', 'soon', 'time-limit="30"'],
  ],
  ['a layer outside a map', '<yzt-point-layer dataset="good"></yzt-point-layer>', ['<yzt-point-layer>', 'yzt-map'], true],
];

async function testKept(page, lines) {
  for (const [tag, attribute, good, bad, property, remedy] of KEPT) {
    await test(`<${tag} ${attribute}="${bad}"> is said with the remedy, and ${attribute} stays ${good}`, async () => {
      lines.length = 0;
      const [before, after] = await page.evaluate(
        async ([name, word, goodValue, badValue, key]) => {
          const element = document.createElement(name);
          (name === 'yzt-map' ? document.body : document.getElementById('map')).append(element);
          element.setAttribute(word, goodValue);
          await element.updateComplete;
          const kept = JSON.stringify(element[key]);
          element.setAttribute(word, badValue);
          await element.updateComplete;
          const now = JSON.stringify(element[key]);
          element.remove();
          return [kept, now];
        },
        [tag, attribute, good, bad, property],
      );
      same(after, before, property);
      const line = await until(
        () => lines.find((one) => one.includes(`<${tag}>`) && one.includes(bad)),
        Boolean,
        `a hint about ${bad} among ${lines.join(' | ')}`,
        1500,
      );
      return line.includes(remedy) ? [] : [`no remedy «${remedy}»: ${line}`];
    });
  }
}

async function testBoth(page, lines) {
  await test('two bad values on one element are both said', async () => {
    lines.length = 0;
    await page.evaluate(() => {
      const map = document.createElement('yzt-map');
      map.setAttribute('center', '青岛市');
      map.setAttribute('zoom', 'close');
      document.body.append(map);
      setTimeout(() => map.remove(), 300);
    });
    await until(
      () => ['青岛市', 'close'].filter((word) => !lines.some((line) => line.includes(word))),
      (missing) => missing.length === 0,
      'unsaid',
      1500,
    );
  });
}

async function testSaid(page, lines) {
  for (const [what, markup, words, outside] of SAID) {
    await test(`${what} is said with tag, value and remedy: ${markup.slice(0, markup.indexOf('>') + 1)}`, async () => {
      lines.length = 0;
      await page.evaluate(
        ([html, beside]) => {
          const node = document.importNode(new DOMParser().parseFromString(html, 'text/html').body.firstChild, true);
          const parent = node.localName.endsWith('-layer') && !beside ? document.getElementById('map') : document.body;
          parent.append(node);
          window.probe = node;
        },
        [markup, outside],
      );
      const found = () => lines.find((line) => words.every((word) => line.includes(word)));
      try {
        await until(found, Boolean, `${words.join(' · ')} among ${lines.join(' | ')}`, 2500);
      } finally {
        await page.evaluate(() => window.probe.remove());
      }
    });
  }
}

/** Opens a page on the developer's own machine and misspells it. */
export async function testAttributes(browser, site) {
  const page = await browser.newPage();
  const lines = [];
  page.on('console', (message) => /warning|error/.test(message.type()) && lines.push(message.text()));
  const watch = await guard(page, site.url);
  await page.goto(`${site.url}attributes`);
  await until(
    () => page.evaluate(() => document.getElementById('good').dataset?.rowCount),
    (rows) => rows === 40,
    'rows',
  );
  await testKept(page, lines);
  await testBoth(page, lines);
  await testSaid(page, lines);
  await test('the sentence of a layer names the tag by itself, in both languages', async () => {
    const said = await page.evaluate(() =>
      window.record.errors.filter((error) => error.tag === 'yzt-point-layer').map(({ zh, en }) => [zh, en]),
    );
    return said.length < 3
      ? ['fewer than three errors']
      : said.flat().filter((sentence) => !sentence.startsWith('<yzt-point-layer>'));
  });
  await test('nothing threw on the way', async () => (await watch.faults()).filter((fault) => !fault.startsWith('console:')));
  await page.close();
}

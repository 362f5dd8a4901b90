// The lines that the README prints for React and Vue: built as they stand, opened under the strict policy, looked at and clicked.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { compileScript, parse } from 'vue/compiler-sfc';
import { EXAMPLES } from '../../tools/examples/list.mjs';
import { baseConfig, ROOT } from '../../tools/build/options.mjs';
import { serveFolder } from '../../tools/serve-folder.mjs';
import { guard } from '../shared/guard.mjs';
import { same, test, until } from '../shared/report.mjs';

const WORK = join(ROOT, '.cache', 'pages-frameworks');
const DATA = join(EXAMPLES, 'embed-script-tag', 'data', 'venues.geojson');

/** The code between two marks of the README. */
function printed(name) {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const code = new RegExp(`<!-- ${name}:start -->\\s*\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`\\s*<!-- ${name}:end -->`).exec(readme)?.[1];
  if (!code) throw new Error(`README.md has no code between the marks ${name}`);
  return code;
}

/** What a Vue project's own plugin does, with the one option that the README names. */
const singleFiles = {
  name: 'vue-files',
  transform(code, id) {
    if (!id.endsWith('.vue')) return undefined;
    const { descriptor, errors } = parse(code, { filename: id });
    if (errors.length > 0) throw errors[0];
    const isCustomElement = (tag) => tag.startsWith('yzt-');
    const script = compileScript(descriptor, {
      id,
      inlineTemplate: true,
      templateOptions: { compilerOptions: { isCustomElement } },
    });
    return { code: script.content, map: null };
  },
};

const FRAMEWORKS = {
  react: {
    file: 'VenueMap.jsx',
    main: `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { VenueMap } from './VenueMap.jsx';
createRoot(document.getElementById('root')).render(createElement(VenueMap));`,
  },
  vue: {
    file: 'VenueMap.vue',
    main: `import { createApp } from 'vue';
import VenueMap from './VenueMap.vue';
createApp(VenueMap).mount('#root');`,
  },
};

/** Builds the page of a framework; returns its folder. */
async function built(name) {
  const root = join(WORK, name);
  const { file, main } = FRAMEWORKS[name];
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, file), printed(name));
  writeFileSync(join(root, 'main.js'), main);
  writeFileSync(
    join(root, 'index.html'),
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"></head><body><div id="root"></div><script type="module" src="./main.js"></script></body></html>`,
  );
  const config = baseConfig('production');
  const define = {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  };
  const outDir = join(root, 'dist');
  await build({ ...config, root, define, plugins: [singleFiles], publicDir: false, build: { ...config.build, outDir } });
  copyFileSync(DATA, join(outDir, 'venues.geojson'));
  return outDir;
}

/** Rows that the map draws, and colours on its canvases. */
const drawn = (page) =>
  page.evaluate(() => {
    const map = document.querySelector('yzt-map');
    const colors = new Set();
    for (const canvas of map?.shadowRoot?.querySelectorAll('canvas') ?? []) {
      if (canvas.width === 0) continue;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] > 200) colors.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    }
    return { rows: map?.layers?.at(-1)?.rowsIn([-180, -90, 180, 90]).length ?? 0, colors: colors.size };
  });

async function look(page, site) {
  const watch = await guard(page, site.url);
  await page.goto(site.url);
  const { features } = JSON.parse(readFileSync(DATA, 'utf8'));
  await until(
    () => drawn(page),
    ({ rows, colors }) => rows === features.length && colors > 4,
    `rows and colours on the map (of ${features.length} rows)`,
    15000,
  );
  const view = await page.evaluate(() => [...document.querySelector('yzt-map').center, document.querySelector('yzt-map').zoom]);
  same(
    view.map((value) => Math.round(value * 100) / 100),
    [120.38, 36.1, 11],
    'centre and zoom',
  );
  same(await page.locator('#root > p').innerText(), '点中 0 处', 'text before a click');
  const at = await page.evaluate(
    (place) => {
      const map = document.querySelector('yzt-map');
      const box = map.getBoundingClientRect();
      const [x, y] = map.pixelOf(place);
      return [box.left + x, box.top + y];
    },
    features.map(({ geometry }) => geometry.coordinates).find(([lon, lat]) => Math.hypot(lon - 120.38, lat - 36.1) < 0.04),
  );
  await page.mouse.click(...at);
  await until(
    () => page.locator('#root > p').innerText(),
    (text) => /^点中 [1-9]\d* 处$/.test(text),
    'text after a click',
  );
  return watch.faults();
}

/** One page a framework. */
export async function testFrameworks(browser) {
  rmSync(WORK, { recursive: true, force: true });
  for (const name of Object.keys(FRAMEWORKS)) {
    await test(`the README's lines for ${name}: built as printed, the map draws, a click is heard`, async () => {
      const site = await serveFolder(await built(name));
      const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
      try {
        return await look(page, site);
      } finally {
        await page.close();
        await site.close();
      }
    });
  }
}

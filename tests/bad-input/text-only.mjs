// Data is always text: every payload goes through every place that shows data, and must come out as it went in.
import { guard } from '../shared/guard.mjs';
import { same, test, until } from '../shared/report.mjs';
import { CONTROL, PAYLOADS } from './payloads.mjs';

const PLACES = [
  'yzt-popup',
  'yzt-legend',
  'yzt-layer-list',
  'yzt-attribution',
  'yzt-feature-list',
  'yzt-bar-chart',
  'yzt-ranking-chart',
  'yzt-pie-chart',
  'yzt-treemap-chart',
  'yzt-sunburst-chart',
  'yzt-sankey-chart',
  'table',
  'yzt-indicator',
  'yzt-gauge-chart',
  'yzt-timeline-chart',
  'yzt-filter',
  'yzt-filter-summary',
];
const plain = (text) => text.replace(/\s+/g, ' ').trim();
/** Links show their address without scheme and last slash. */
const unlinked = (text) =>
  plain(text)
    .replace(/https?:\/\//g, '')
    .replace(/\/(?=["')>]|$)/g, '');
const readable = (text, payload) => plain(text).includes(plain(payload)) || unlinked(text).includes(unlinked(payload));

async function testOne(page, payload, index) {
  await test(`payload ${index + 1} is text in ${PLACES.length} places: ${plain(payload)}`, async () => {
    const { shown, strange } = await page.evaluate((text) => window.pour(text), payload);
    const unread = PLACES.filter((place) => !readable(shown[place] ?? '', payload));
    return [
      ...strange.map((each) => `became markup in ${each}`),
      ...unread.map((place) => `not readable in ${place}: ${plain(shown[place] ?? 'nothing').slice(0, 160)}`),
    ];
  });
}

/** Sends all payloads through one page. Without a policy, so that whatever slips through does run; with one, so that nothing is refused. */
export async function testPayloads(browser, site, { policy }) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1600 } });
  const watch = await guard(page, site.url);
  await page.goto(policy ? `${site.url}payloads` : `${site.url}free/payloads`);
  await page.evaluate(() => window.build());
  await until(() => page.evaluate(() => customElements.get('yzt-popup') !== undefined), Boolean, 'elements');
  if (!policy) for (const [index, payload] of PAYLOADS.entries()) await testOne(page, payload, index);
  else {
    await test(`${PAYLOADS.length} payloads under the strict policy come out as they went in`, async () => {
      const faults = [];
      for (const payload of PAYLOADS) faults.push(...(await page.evaluate((text) => window.pour(text), payload)).strange);
      return faults;
    });
  }
  await page.mouse.move(600, 400);
  await page.waitForTimeout(200);
  await test(`payloads ${policy ? 'with' : 'without'} a policy: nothing ran, nothing was asked for, Object.prototype is as it was`, async () => {
    const state = await page.evaluate(() => ({
      ...window.record,
      same: window.prototypeBefore === Object.getOwnPropertyNames(Object.prototype).join(),
    }));
    same([state.executed, state.unhandled, state.same], [[], [], true], 'ran, unhandled, prototype');
    return watch.faults();
  });
  if (!policy) {
    await test('the recorder does see what runs: the same payload put through innerHTML', async () => {
      await page.evaluate((markup) => (document.getElementById('stage').innerHTML = markup), CONTROL);
      await until(
        () => page.evaluate(() => window.record.executed),
        (list) => list.includes('control'),
        'executed',
        3000,
      );
    });
  }
  await page.close();
}

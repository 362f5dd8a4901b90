// A planner: who reaches a sports venue in fifteen minutes, where the gaps are, where a few more venues would help most.
import { same, says, test, until } from '../shared/report.mjs';
import { open, shown } from './stage.mjs';

const panel = (page) => shown(page, 'yzt-coverage-panel');
const said = (page) => panel(page).evaluate((element) => element.shadowRoot.textContent.replace(/\s+/g, ' '));
const answer = (page) =>
  panel(page).evaluate(({ coverage, shadowRoot }) => ({
    busy: shadowRoot.querySelector('[part=base]')?.getAttribute('aria-busy'),
    share: coverage?.all.share ?? NaN,
    people: coverage?.all.people,
    covered: coverage?.all.covered,
    meters: coverage?.meters,
    districts: coverage?.districts.map(({ key, people, covered }) => [key, people, covered]),
    gaps: coverage?.spots.reduce((sum, spot) => sum + spot.people, 0),
    sites: coverage?.sites.map(({ weight }) => weight),
    drawn: document.querySelector('#circle-map').layers.map((layer) => layer.layerDataset?.rowCount),
  }));
const settled = (page, fits, what) => until(() => answer(page), (now) => now.busy === 'false' && fits(now), what, 20_000);

/** The view of planners, at a desk. */
export async function testCircle(browser, site) {
  const { page, watch, close } = await open(browser, site, { query: '?view=circle', ready: false });
  let walked;
  await test('健身圈: the share of all residents of the census, by district, with the method in words', async () => {
    walked = await settled(page, ({ share }) => share > 0, 'coverage');
    same([walked.people, walked.meters], [10_071_722, 1200], 'residents and reach');
    for (const at of [1, 2]) same(walked.districts.reduce((sum, row) => sum + row[at], 0), at === 1 ? walked.people : walked.covered, 'sum of the districts');
    if (!(walked.gaps > 0 && walked.gaps < walked.people - walked.covered)) throw new Error(`${walked.gaps} people in the listed gaps`);
    says(await said(page), /直线距离估算：1,200 m.*57\.\d%.*按区市，覆盖最低的在前.*平度市.*市南区.*合计 57\.\d%/, 'panel');
  });
  await test('proposed sites add fewer and fewer people, and the map shows gaps and sites', async () => {
    same(walked.sites, [...walked.sites].sort((a, b) => b - a), 'order');
    same([walked.sites.length, walked.drawn.slice(-2)], [5, [5, 5]], 'sites');
    if (!(walked.drawn.at(-3) > 1000)) throw new Error(`${walked.drawn.at(-3)} cells of gaps`);
  });
  await test('by keys: a bicycle reaches more, ten minutes less; a filter of the venues asks for swimming alone', async () => {
    await panel(page).getByRole('button', { name: '骑行' }).focus();
    await page.keyboard.press('Enter');
    const cycled = await settled(page, ({ meters }) => meters === 3750, 'by bicycle');
    if (!(cycled.share > walked.share + 0.2)) throw new Error(`${cycled.share} by bicycle, ${walked.share} on foot`);
    await panel(page).locator('input[name=minutes]').fill('10');
    await page.keyboard.press('Enter');
    const shorter = await settled(page, ({ meters }) => meters === 2500, 'ten minutes');
    if (!(shorter.share < cycled.share)) throw new Error('fewer minutes reach no less');
    await shown(page, 'yzt-filter[field=typeGroup]').getByRole('button', { name: /游泳水上/ }).click();
    await settled(page, ({ share }) => share < shorter.share / 1.5, 'swimming alone');
  });
  await test('a gap of the list: the map goes there', async () => {
    const before = await page.evaluate(() => document.querySelector('#circle-map').zoom);
    await panel(page).locator('[part=spots] button').first().click();
    await until(() => page.evaluate(() => document.querySelector('#circle-map').zoom), (zoom) => zoom > before, 'zoom');
  });
  await test('健身圈: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}

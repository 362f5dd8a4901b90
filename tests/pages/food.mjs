// Real inspections of food businesses, which not every server has: each number of the view against one counted from the files alone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../../tools/build/examples.mjs';
import { guard } from '../shared/guard.mjs';
import { same, says, skip, test, until } from '../shared/report.mjs';
import { filter, shown, textOf } from './stage.mjs';

const FOLDER = join(OUT, 'market', 'shared', 'market');
const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' };

/** Businesses and inspections as they stand in the files. */
function plain() {
  const sites = JSON.parse(readFileSync(join(FOLDER, 'smc_food_sites.geojson'), 'utf8')).features;
  const [, ...lines] = readFileSync(join(FOLDER, 'smc_food_inspections.csv'), 'utf8').trim().split(/\r?\n/);
  const checks = lines.map((line) => {
    const [site, date, result, reason, violations] = line.split(',');
    return { site, date, result, reason, violations: Number(violations) };
  });
  return { sites, checks };
}

/** A name of a city with its other spellings joined, as the page says it does. */
function town({ properties: { city } }) {
  const name = city.toUpperCase();
  if (name === 'SFO' || name === 'SFIA') return 'SFO';
  return name === 'S SAN FRANCISCO' ? 'SOUTH SAN FRANCISCO' : name.replace('-BY-THE-SEA', '');
}

const grouped = (count) => count.toLocaleString('en-US');
const indicators = (page) => page.locator('#food yzt-indicator').evaluateAll((all) => all.map((one) => one.shadowRoot.querySelector('.number').textContent.trim()));
const profile = async (page) => textOf(shown(page, 'yzt-entity-profile'));

async function testNumbers(page, { sites, checks }) {
  await test('食品检查: 5,979 real businesses and 33,108 inspections, with their source and no word of example data', async () => {
    same([sites.length, checks.length], [5979, 33_108], 'rows of the files');
    await page.getByRole('button', { name: /食品检查/ }).click();
    const violations = checks.reduce((sum, one) => sum + one.violations, 0) / checks.length;
    const wanted = ['5,979', '33,108', violations.toFixed(2), grouped(checks.filter(({ result }) => result === '3').length)];
    await until(() => indicators(page), (now) => JSON.stringify(now) === JSON.stringify(wanted), `the figures ${wanted.join(', ')}`, 20_000);
    const strip = await textOf(shown(page, '.strip yzt-attribution'));
    says(strip, 'Open San Mateo County', 'attribution');
    same(strip.includes('示例数据'), false, 'real data called 示例数据');
  });
  await test('spellings of a city are joined, and who has no place or lies elsewhere is counted and said', async () => {
    const count = (name) => sites.filter((site) => town(site) === name).length;
    const words = await textOf(filter(page, '[field=town]'));
    says(words, new RegExp(`圣马特奥 ?${count('SAN MATEO')}.*红木城 ?${count('REDWOOD CITY')}.*南旧金山 ?${count('SOUTH SAN FRANCISCO')}`), 'cities');
    same(await page.evaluate(() => new Set([...document.getElementById('food-sites').dataset.column('town').dictionary]).size), new Set(sites.map(town)).size, 'cities');
    const outside = sites.filter(({ geometry }) => geometry && !(geometry.coordinates[0] >= -122.55 && geometry.coordinates[0] <= -122.08 && geometry.coordinates[1] >= 37.077 && geometry.coordinates[1] <= 37.738)).length;
    const none = sites.filter(({ geometry }) => !geometry).length;
    same(none, 107, 'without a place');
    says(await textOf(filter(page, '[field=located]')), new RegExp(`县域外框外 ?${outside}.*没有坐标 ?${none}`), 'places');
  });
}

async function testOne(page, { sites, checks }) {
  await test('the life of one business is its inspections in the file, each with reason, violations and result', async () => {
    const { id, properties } = sites.find(({ properties: { inspections } }) => inspections > 12);
    await page.evaluate((code) => {
      const { dataset } = document.getElementById('food-sites');
      dataset.select(dataset.matching({ kind: 'in', field: 'site', values: [code] }));
      return document.getElementById('food').show('details');
    }, id);
    const own = checks.filter(({ site }) => site === id);
    const words = await until(() => profile(page), (now) => now.includes(properties.name), 'the profile');
    says(words, new RegExp(`${id}.*（${own.length}）`), 'profile');
    same(/校验|示例数据/.test(words), false, 'a check of a code that is none, or example data');
    const told = await page.locator('#food yzt-entity-profile').evaluate((element) => [...element.shadowRoot.querySelectorAll('li')].map((one) => one.textContent.replace(/\s+/g, ' ')));
    same(told.length, own.length, 'events');
    same(told.reduce((sum, one) => sum + Number(/违规 (\d+) 项/.exec(one)[1]), 0), own.reduce((sum, one) => sum + one.violations, 0), 'violations');
    same(told.filter((one) => one.includes('通过（绿牌）') && !one.includes('有条件')).length, own.filter(({ result }) => result === '1').length, 'passes');
    same(told.filter((one) => one.startsWith(' 常规检查')).length, own.filter(({ reason }) => reason === '2').length, 'routine inspections');
  });
}

async function testLinked(page, { sites, checks }) {
  await test('a city narrows businesses and inspections alike; a reason narrows the violations of each business', async () => {
    await filter(page, '[field=town]').getByRole('button', { name: /红木城/ }).click();
    const left = new Set(sites.filter((site) => town(site) === 'REDWOOD CITY').map(({ id }) => id));
    const own = checks.filter(({ site }) => left.has(site));
    await until(() => indicators(page), ([businesses, inspections]) => businesses === grouped(left.size) && inspections === grouped(own.length), 'the city', 10_000);
    await filter(page, '[field=kind]').getByRole('button', { name: /投诉举报/ }).click();
    const complaints = own.filter(({ reason }) => reason === '4');
    await until(() => indicators(page), ([, inspections]) => inspections === grouped(complaints.length), 'the reason', 10_000);
    const found = () => page.evaluate(() => {
      const { dataset } = document.getElementById('food-sites');
      return dataset.passing().reduce((sum, one, row) => sum + (one ? dataset.value(row, 'found') : 0), 0);
    });
    await until(found, (sum) => sum === complaints.reduce((total, one) => total + one.violations, 0), 'violations of the businesses');
    await page.evaluate(() => ['food-sites', 'food-checks'].forEach((id) => document.getElementById(id).dataset.clearFilters()));
    await until(() => indicators(page), ([businesses, inspections]) => businesses === '5,979' && inspections === '33,108', 'all again', 10_000);
  });
  await test('hot spots of violations an inspection, none of a place outside the county', async () => {
    await page.evaluate(() => (document.getElementById('food-hot').invisible = false));
    const spots = () => page.evaluate(() => {
      const { dataset } = document.getElementById('food-spots');
      return Array.from({ length: dataset.rowCount }, (_, row) => ['hot', 'mean', 'count'].map((name) => dataset.value(row, name)));
    });
    const rows = await until(spots, (now) => now.length > 0, 'the squares', 20_000);
    same(rows.every(([hot, mean, count]) => /^(hot|cold)-/.test(hot) && mean >= 0 && count >= 3), true, 'squares');
  });
}

/** With the files, where there are some, and without. */
export async function testFood(browser, site, bare) {
  if (existsSync(FOLDER)) {
    const data = plain();
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults = await guard(page, site.url);
    await page.goto(`${site.url}market/`);
    await testNumbers(page, data);
    await testOne(page, data);
    await testLinked(page, data);
    await test('nothing went wrong with real inspections', async () => same((await faults.faults()).join('\n'), '', 'faults'));
    await context.close();
  } else skip('../shared/data has no market/smc_food_sites.geojson, so the view of real inspections is not offered', 6);
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  await page.goto(`${bare.url}market/?view=food`);
  await test('without the files the page of the market has one view, and says why', async () => {
    await page.locator('.absent:not([hidden])').waitFor();
    same(await page.locator('[data-view]').count(), 0, 'buttons');
    says(await page.locator('.absent').textContent(), /真实检查视图未提供/, 'sentence');
  });
  await context.close();
}

// The example pages as they are built and served, end to end: what a person sees, clicks, types and hears.
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { finish } from '../shared/report.mjs';
import { testAxe } from './axe.mjs';
import { testCircle } from './circle.mjs';
import { testElsewhere } from './elsewhere.mjs';
import { testFood } from './food.mjs';
import { testFrameworks } from './frameworks.mjs';
import { testHongKong } from './hongkong.mjs';
import { testKeyboard } from './keyboard.mjs';
import { testLandViews } from './land-views.mjs';
import { testLinked } from './linked.mjs';
import { testLooks } from './looks.mjs';
import { testMarine } from './marine.mjs';
import { testMarket } from './market.mjs';
import { testMillion } from './million.mjs';
import { testNaturalResources } from './natural-resources.mjs';
import { testNearby } from './nearby.mjs';
import { testOverdue } from './overdue.mjs';
import { testPhone } from './phone.mjs';
import { testRoute } from './route.mjs';
import { testTracks } from './tracks.mjs';
import { serveBuilt, serveWithoutShared } from './stage.mjs';

const only = process.argv[2];
// In the locale of a bare machine the browser has no name for a file of Chinese words, and says «download».
const env = { ...process.env, LC_ALL: 'C.UTF-8' };
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS, env });
const [site, bare] = [await serveBuilt(), await serveWithoutShared()];
const parts = {
  linked: () => testLinked(browser, site),
  elsewhere: () => testElsewhere(browser, site),
  million: () => testMillion(browser, site),
  market: () => testMarket(browser, site),
  overdue: () => testOverdue(browser, site),
  food: () => testFood(browser, site, bare),
  'natural-resources': () => testNaturalResources(browser, site),
  'land-views': () => testLandViews(browser, site, bare),
  marine: () => testMarine(browser, site, bare),
  hongkong: () => testHongKong(browser, site, bare),
  circle: () => testCircle(browser, site),
  nearby: () => testNearby(browser, site),
  route: () => testRoute(browser, site),
  tracks: () => testTracks(browser, site),
  looks: () => testLooks(browser, site),
  phone: () => testPhone(browser, site),
  keyboard: () => testKeyboard(browser, site),
  axe: () => testAxe(browser, site),
  frameworks: () => testFrameworks(browser),
};
try {
  for (const [name, part] of Object.entries(parts)) if (!only || name === only) await part();
} finally {
  await browser.close();
  await Promise.all([site.close(), bare.close()]);
}
finish();

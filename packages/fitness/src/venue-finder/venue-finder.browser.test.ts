import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import { VENUE } from '../data/index.js';
import './index.js';
import type { YztVenueFinder } from './venue-finder.js';

/** Venues on one parallel, about 900 m apart; the name of the second is an attack that must stay text. 示例数据. */
function venues(): Dataset {
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.of(120.38, 36.06, 120.39, 36.06, 120.4, 36.06, 120.5, 36.06),
      columns: {
        name: ['示例乒乓球场', '<img src=x onerror="window.hacked=1">', '示例篮球场', '示例游泳馆'],
        typeCode: ['50', '16', '40', '6'],
        openState: ['open', 'open', 'closed', 'open'],
        fee: ['free', 'paid', null, 'low'],
        hoursRule: ['Mo-Su 06:00-21:00', 'Mo-Su 19:00-22:00', '24/7', null],
        phone: ['0532-****0001', '0532-80000002', null, null],
        accessible: [true, false, true, true],
      },
    },
    { schema: VENUE, provenance: { source: '示例', example: true } },
  );
}

const words = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
async function settled(element: YztVenueFinder): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await element.updateComplete;
}
const all = <T extends HTMLElement>(element: Element, selector: string): T[] => [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
const names = (element: Element): string[] => all(element, '.name').map((name) => name.textContent ?? '');

async function finder(data: Dataset, more = ''): Promise<YztVenueFinder> {
  const element = await fixture<YztVenueFinder>(html`<yzt-venue-finder place="120.38 36.06" place-label="示例广场" at="2026-07-01T18:00" lang=${more || 'zh-CN'} .dataset=${data}></yzt-venue-finder>`);
  await settled(element);
  return element;
}

async function check(element: YztVenueFinder, name: string): Promise<void> {
  all<HTMLInputElement>(element, `input[name=${name}]`)[0]?.click();
  await settled(element);
}

function withPosition(answer: (ok: PositionCallback, no: PositionErrorCallback) => void): () => void {
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition: answer } });
  return () => Reflect.deleteProperty(navigator, 'geolocation');
}

describe('yzt-venue-finder', () => {
  it('lists what is within the distance, the nearest first, with its opening at the given time', async () => {
    const data = venues();
    const element = await finder(data);
    expect(names(element)).to.deep.equal(['示例乒乓球场', '<img src=x onerror="window.hacked=1">', '示例篮球场']);
    expect(words(element)).to.include('以示例广场为起点').and.to.include('找到 3 处，最近 0 m').and.to.include('开放中，21:00 结束').and.to.include('未开放，19:00 开放').and.to.include('示例数据');
    expect(all(element, '.far').map((far) => far.textContent)).to.deep.equal(['0 m', '900 m', '1.8 km']);
    expect(data.filters.get('near')?.kind).to.equal('shape');
    await expect(element).to.be.accessible();
  });

  it('free, open now, step-free and the sport are filters that every view follows', async () => {
    const data = venues();
    const element = await finder(data);
    await check(element, 'open');
    expect(names(element)).to.deep.equal(['示例乒乓球场']);
    expect(data.filters.get('openNow')).to.deep.equal({ kind: 'in', field: 'openNow', values: [true] });
    await check(element, 'open');
    const select = all<HTMLSelectElement>(element, 'select[name=sport]')[0] as HTMLSelectElement;
    expect([...select.options].map(({ label }) => label)).to.deep.equal(['全部项目', '篮球', '乒乓球', '游泳']);
    select.value = 'table-tennis';
    select.dispatchEvent(new Event('change'));
    await settled(element);
    expect(names(element).length).to.equal(2);
    await check(element, 'free');
    expect(names(element)).to.deep.equal(['示例乒乓球场']);
    data.clearFilters();
    await settled(element);
    // Away with all filters means away with the distance too.
    expect([names(element).length, element.radius, all<HTMLInputElement>(element, 'input[name=free]')[0]?.checked]).to.deep.equal([4, 0, false]);
  });

  it('opens a card with hours, a phone that can be called where it is whole, and links in the coordinates of the apps', async () => {
    const data = venues();
    const element = await finder(data);
    all(element, 'button.line')[1]?.click();
    await settled(element);
    expect([...data.selection]).to.deep.equal([1]);
    expect(words(element)).to.include('每天 19:00–22:00').and.to.include('收费').and.to.include('乒乓球房（馆）');
    expect(all<HTMLAnchorElement>(element, 'dd a').map(({ href }) => href)).to.deep.equal(['tel:0532-80000002']);
    const href = all<HTMLAnchorElement>(element, 'a[data-app=amap]')[0]?.href ?? '';
    expect(href).to.match(/^https:\/\/uri\.amap\.com\/marker\?position=120\.39\d+,36\.06\d+&name=%3Cimg/);
    expect(href).not.to.include('120.390000,36.060000');
    await expect(element).to.be.accessible();
    data.select([0]);
    await settled(element);
    expect(all(element, 'li.open .name')[0]?.textContent).to.equal('示例乒乓球场');
    expect(all(element, 'dd a').length).to.equal(0);
    expect((window as unknown as { hacked?: number }).hacked).to.equal(undefined);
  });

  it('takes data with other fields: name and card as the page says, and nothing about hours that are not there', async () => {
    const data = Dataset.fromColumns({ coordinates: Float64Array.of(114.17, 22.31, 114.2, 22.4), columns: { name_tc: ['北區運動場', '九龍公園'], hours_tc: ['每日上午7時', '全日'], phone: ['2679 4913', null] } });
    const element = await finder(data);
    Object.assign(element, { radius: 0, titleField: 'name_tc', fields: 'hours_tc phone none' });
    await settled(element);
    expect([...names(element)].sort()).to.deep.equal(['九龍公園', '北區運動場']);
    expect(words(element)).not.to.include('未提供').and.not.to.include('开放状态');
    data.select([0]);
    await settled(element);
    expect(all(element, '.card dd').map((cell) => cell.textContent)).to.deep.equal(['每日上午7時', '2679 4913']);
  });

  it('goes by the device, says why not, and takes what is typed', async () => {
    const element = await finder(venues());
    let restore = withPosition((_, no) => no({ code: 1, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 } as GeolocationPositionError));
    await element.locate();
    await settled(element);
    restore();
    expect(words(element)).to.include('没有获得定位许可').and.to.include('以示例广场为起点');
    restore = withPosition((ok) => ok({ coords: { longitude: 120.5, latitude: 36.06, accuracy: 24.6 }, timestamp: 0 } as GeolocationPosition));
    const told = oneEvent(element, 'yzt-place-change');
    await element.locate();
    restore();
    expect((await told).detail).to.deep.equal({ lonLat: [120.5, 36.06], source: 'device', accuracy: 24.6 });
    await settled(element);
    expect([words(element).includes('以设备定位为起点（误差约 25 m）'), names(element)]).to.deep.equal([true, ['示例游泳馆']]);
    element.places = undefined as never;
    const form = all<HTMLFormElement>(element, 'form')[0] as HTMLFormElement;
    const type = async (text: string): Promise<void> => {
      (form.querySelector('input') as HTMLInputElement).value = text;
      form.dispatchEvent(new Event('submit', { cancelable: true }));
      await settled(element);
    };
    await type('月球');
    expect(words(element)).to.include('没有找到这个地名');
    await type('100 30');
    expect(words(element)).to.include('范围内没有符合条件的场馆').and.to.include('扩大到5 km').and.not.to.include('没有找到这个地名');
  });

  it('goes by the middle of the map and by a tap, draws place and circle, and takes all away with itself', async () => {
    const data = venues();
    const map = await fixture<YztMap>(html`<yzt-map center="120.39 36.06" zoom="12"></yzt-map>`);
    map.style.cssText = 'width: 300px; height: 300px';
    if (!map.isReady) await oneEvent(map, 'yzt-ready');
    const element = await fixture<YztVenueFinder>(html`<yzt-venue-finder at="2026-07-01T18:00" .map=${map} .dataset=${data}></yzt-venue-finder>`);
    await waitUntil(() => words(element).includes('以地图中心为起点'), 'the middle of the map');
    expect(map.querySelectorAll('yzt-polygon-layer, yzt-point-layer').length).to.equal(2);
    all(element, '.on-map')[0]?.click();
    await settled(element);
    expect(words(element)).to.include('请在图上点一下');
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat: [120.5, 36.06], hits: [] }, cancelable: true }));
    await settled(element);
    expect([words(element).includes('图上点选的位置'), names(element)]).to.deep.equal([true, ['示例游泳馆']]);
    await check(element, 'open');
    const parent = element.parentElement as HTMLElement;
    element.remove();
    expect([map.querySelectorAll('yzt-polygon-layer').length, data.filters.size]).to.deep.equal([0, 0]);
    parent.append(element);
    await settled(element);
    expect([map.querySelectorAll('yzt-polygon-layer').length, [...data.filters.keys()].sort().join(' ')]).to.deep.equal([1, 'near openNow']);
  });

  it('speaks English, and says so of a place that is none', async () => {
    const element = await finder(venues(), 'en');
    expect(words(element)).to.include('Found 3 venues').and.to.include('Open until 21:00').and.to.include('Table tennis').and.to.include('Straight distances');
    expect(words(element).replace(/示例\S*/g, '')).not.to.match(/[\u4e00-\u9fff]/);
  });
});

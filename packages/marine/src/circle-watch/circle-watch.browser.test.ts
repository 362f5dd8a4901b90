import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import './index.js';
import type { YztCircleWatch } from './circle-watch.js';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 7, 11);

/** One storm that moves north, without radii at its second position; and another. */
function storms(): Dataset {
  return Dataset.fromColumns({
    coordinates: Float64Array.of(122, 34, 122, 36, 150, 20),
    columns: {
      storm: ['a', 'a', 'b'], name: ['利奇马', '利奇马', '远方'], time: [0, 6, 0].map((hours) => new Date(START + hours * HOUR)),
      r7NeKm: [300, null, 100], r7SeKm: [300, null, 100], r7SwKm: [300, null, 100], r7NwKm: [300, null, 100],
      r10NeKm: [100, null, null], r10SeKm: [100, null, null], r10SwKm: [100, null, null], r10NwKm: [100, null, null],
    },
  });
}

/** Vessels at 0.5, 1, 2 and 5 degrees north of the centre, and one from the day before. The name of one is an attack that must stay text. */
function fleet(): Dataset {
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.of(122, 34.5, 122, 35, 122, 36, 122, 39, 122, 34),
      columns: {
        mmsi: [1, 2, 3, 4, 5], type: [30, 70, 30, 80, 30], name: ['示例渔1', '<img src=x onerror="window.hacked=1">', '示例渔3', '示例油4', '示例渔5'],
        time: [0, 0, 0, 0, -24].map((hours) => new Date(START + hours * HOUR)), sogKn: [0, 8, 102.3, 8, 8],
      },
    },
    { provenance: { source: '示例', example: true } },
  );
}

const words = (watch: YztCircleWatch): string => (watch.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const buttons = (watch: YztCircleWatch, part: string): HTMLButtonElement[] => [...(watch.shadowRoot?.querySelectorAll<HTMLButtonElement>(`[part="${part}"]`) ?? [])];
async function settled(watch: YztCircleWatch): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await watch.updateComplete;
}

/** A watch over the first storm at its first position. */
async function watching(): Promise<{ watch: YztCircleWatch; data: Dataset; vessels: Dataset }> {
  const [data, vessels] = [storms(), fleet()];
  data.setFilter('storm', { kind: 'in', field: 'storm', values: ['a'] });
  data.setFilter('time', { kind: 'range', field: 'time', max: START });
  const watch = await fixture<YztCircleWatch>(html`<yzt-circle-watch .dataset=${data} .vessels=${vessels} limit="2"></yzt-circle-watch>`);
  await settled(watch);
  return { watch, data, vessels };
}

describe('yzt-circle-watch', () => {
  it('counts the vessels in each circle and lists the nearest, with distance and direction, as text', async () => {
    const { watch } = await watching();
    expect(words(watch)).to.include('七级3').and.to.include('十级1').and.to.include('十二级无').and.to.include('示例数据');
    expect(words(watch)).to.include('七级风圈内 3 艘船（共 5 艘有船位）').and.to.include('1 艘的船位与台风时次相差超过 6 小时').and.to.include('渔船 2');
    expect(buttons(watch, 'vessel').map((one) => one.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      '示例渔1北 55 km 渔船 · 十级风圈', '<img src=x onerror="window.hacked=1">北 111 km 货船 · 七级风圈',
    ]);
    await expect(watch).to.be.accessible();
    watch.shadowRoot?.querySelector<HTMLButtonElement>('button.link')?.click();
    await settled(watch);
    expect(buttons(watch, 'vessel').length).to.equal(3);
  });

  it('lists another circle when it is pressed, and selects a vessel in the data of vessels', async () => {
    const { watch, vessels } = await watching();
    buttons(watch, 'circle')[1]?.click();
    await settled(watch);
    expect([watch.force, buttons(watch, 'vessel').length, words(watch).includes('十级风圈内 1 艘船')]).to.deep.equal(['10', 1, true]);
    buttons(watch, 'vessel')[0]?.click();
    await settled(watch);
    expect([[...vessels.selection], buttons(watch, 'vessel')[0]?.getAttribute('aria-pressed')]).to.deep.equal([[0], 'true']);
  });

  it('follows the storm through time, and the filters of the vessels', async () => {
    const { watch, data, vessels } = await watching();
    vessels.setFilter('type', { kind: 'in', field: 'type', values: [30] });
    await settled(watch);
    expect(words(watch)).to.include('七级风圈内 2 艘船（共 3 艘有船位）');
    data.setFilter('time', undefined);
    await settled(watch);
    expect(words(watch)).to.include('台风没有七级风圈');
    expect(buttons(watch, 'circle').every(({ disabled }) => disabled)).to.equal(true);
    data.setFilter('storm', undefined);
    await settled(watch);
    expect(words(watch)).to.include('选择一个台风');
  });

  it('saves the list as a file', async () => {
    const { watch } = await watching();
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    let file: Promise<string> | undefined;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
      file = fetch(this.href).then((answer) => answer.text());
    };
    buttons(watch, 'export')[0]?.click();
    await waitUntil(() => saved.length > 0, 'the file is saved');
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal(['示例数据_利奇马（2019年）_20190811T0800_七级风圈内船舶.csv']);
    const [head, first, second, third, ...rest] = ((await file) ?? '').trim().split('\r\n');
    expect(head).to.include('台风,台风时次,MMSI,船名');
    expect(first).to.equal('利奇马（2019年）,2019-08-11 08:00:00,1,示例渔1,,渔船,十级,55.5,0,2019-08-11 08:00:00,122,34.5,0,,');
    expect([second?.includes('货船'), third?.endsWith(',,'), rest]).to.deep.equal([true, true, []]);
  });

  it('says so in English too, and where there are no vessels', async () => {
    const data = storms();
    const watch = await fixture<YztCircleWatch>(html`<yzt-circle-watch lang="en" .dataset=${data} .vessels=${new Dataset()}></yzt-circle-watch>`);
    await settled(watch);
    expect(words(watch)).to.include('There is no data of vessels');
    watch.vessels = fleet();
    await settled(watch);
    expect(words(watch)).to.include('Choose one storm');
    data.setFilter('storm', { kind: 'in', field: 'storm', values: ['b'] });
    await settled(watch);
    expect(words(watch)).to.match(/0 of 5 vessels within the force 7 circle/);
  });
});

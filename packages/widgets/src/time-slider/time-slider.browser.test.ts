import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { Dataset, type Filter } from '@yizhangtu/data/model';
import { part, parts, settled, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztTimeSlider } from './index.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
/** Positions of a storm, every six hours from 4 to 16 September 2022, and a name each. */
function track(): Dataset {
  const times = Array.from({ length: 49 }, (_, i) => new Date(at('2022-09-04T08:00') + i * 6 * 3600_000));
  return Dataset.fromColumns(
    { columns: { name: times.map((_, i) => (i < 20 ? '热带风暴' : '台风')), time: times } },
    { provenance: { example: true } },
  );
}
function buoys(): Dataset {
  return Dataset.fromColumns({
    columns: { seen: Array.from({ length: 10 }, (_, i) => new Date(at('2022-09-14T08:00') + i * 36e5)) },
  });
}

async function sliderOf(data: Dataset, attributes: Partial<YztTimeSlider> = {}): Promise<YztTimeSlider> {
  const slider = await fixture<YztTimeSlider>(html`<yzt-time-slider></yzt-time-slider>`);
  Object.assign(slider, attributes, { dataset: data });
  await settled(60);
  return slider;
}
const range = (data: Dataset, key = 'time') => data.filters.get(key) as Extract<Filter, { kind: 'range' }> | undefined;
const drag = async (slider: YztTimeSlider, value: number, index = 0) => {
  const input = parts<HTMLInputElement>(slider, 'input[type=range]')[index] as HTMLInputElement;
  input.value = String(value);
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
};

describe('yzt-time-slider', () => {
  it('shows all of time until something is chosen, and filters nothing', async () => {
    const data = track();
    const slider = await sliderOf(data, { step: 'day' });
    expect(words(slider)).to.include('2022年9月4日 – 9月16日').and.to.include('示例数据');
    expect(data.filters.size).to.equal(0);
    await expect(slider).to.be.accessible();
  });

  it('has no label beyond itself in any frame while it comes up', async () => {
    const slider = await fixture<YztTimeSlider>(html`<yzt-time-slider style="display:block;width:700px" mode="cumulative" step="day" .dataset=${track()}></yzt-time-slider>`);
    const seen = new Set<boolean>();
    let most = 0;
    for (let frame = 0; frame < 20; frame++) {
      const edge = slider.getBoundingClientRect().right;
      const labels = parts(slider, '.labels span');
      most = Math.max(most, labels.length);
      for (const label of labels) seen.add(label.getBoundingClientRect().right <= edge);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    expect(most).to.be.greaterThan(3);
    expect([...seen]).to.deep.equal([true]);
  });

  it('chooses one step, says it, and tells the page like an input', async () => {
    const data = track();
    const slider = await sliderOf(data, { step: '6 hour' });
    const events: string[] = [];
    for (const type of ['input', 'change']) slider.addEventListener(type, () => events.push(type));
    await drag(slider, 2);
    expect(slider.value).to.equal('2022-09-04T18:00:00+08:00');
    expect(range(data)).to.deep.equal({
      kind: 'range',
      field: 'time',
      min: at('2022-09-04T18:00'),
      max: at('2022-09-05T00:00'),
      maxExclusive: true,
    });
    expect(part(slider, 'input').getAttribute('aria-valuetext')).to.equal('2022年9月4日 18:00');
    expect(events).to.deep.equal(['input', 'input', 'change']);
    part(slider, '.after .link').click();
    await settled();
    expect([data.filters.size, slider.value]).to.deep.equal([0, '']);
  });

  it('chooses a part with two ends that cannot pass each other', async () => {
    const data = track();
    const slider = await sliderOf(data, { mode: 'range', step: 'day', value: '2022-09-06/2022-09-09' });
    expect(words(slider)).to.include('2022年9月6日 – 9月8日');
    await drag(slider, 99, 0);
    expect(slider.value).to.equal('2022-09-08T00:00:00+08:00/2022-09-09T00:00:00+08:00');
    await drag(slider, 8, 1);
    expect(range(data)?.max).to.equal(at('2022-09-12T00:00'));
    await expect(slider).to.be.accessible();
  });

  it('chooses everything up to a step', async () => {
    const data = track();
    const slider = await sliderOf(data, { mode: 'cumulative', step: 'day', value: '2022-09-06' });
    expect(words(slider)).to.include('截至 2022年9月6日');
    expect(range(data)).to.include({ min: at('2022-09-04T00:00'), max: at('2022-09-07T00:00') });
  });

  it('moves several datasets on one track, each by its own field', async () => {
    const [data, other] = [track(), buoys()];
    const box = await fixture<HTMLElement>(html`<div><yzt-dataset id="b"></yzt-dataset></div>`);
    await import('@yizhangtu/data/dataset');
    const element = box.firstElementChild as HTMLElementTagNameMap['yzt-dataset'];
    element.schema = { id: 'test/buoy@1', fields: [{ name: 'seen', kind: 'date' }] };
    const coming = oneEvent(element, 'yzt-load');
    element.data = Array.from({ length: 10 }, (_, i) => ({ seen: new Date(at('2022-09-14T08:00') + i * 36e5).toISOString() }));
    await coming;
    const slider = document.createElement('yzt-time-slider');
    Object.assign(slider, { dataset: data, also: 'b:seen', step: 'day', value: '2022-09-14' });
    box.append(slider);
    await settled(100);
    expect(range(data)?.min).to.equal(at('2022-09-14T00:00'));
    expect(element.dataset.filters.get('seen')).to.include({ min: at('2022-09-14T00:00'), max: at('2022-09-15T00:00') });
    slider.also = '';
    await settled();
    expect(element.dataset.filters.size).to.equal(0);
    expect(other.filters.size).to.equal(0);
  });

  it('plays step by step, and stops at the end', async () => {
    const data = track();
    const slider = await sliderOf(data, { step: 'day', value: '2022-09-14', speed: 50 });
    const seen: (number | undefined)[] = [];
    data.subscribe((changes) => changes.has('filter') && seen.push(range(data)?.min));
    part(slider, '.play').click();
    await settled(400);
    expect(seen).to.deep.equal([at('2022-09-15T00:00'), at('2022-09-16T00:00')]);
    expect(slider.playing).to.equal(false);
    slider.speed = 1;
    part(slider, '.play').click();
    await settled(30);
    expect(slider.value.slice(0, 10) < '2022-09-10').to.equal(true);
    part(slider, '.play').click();
    await settled();
    expect(slider.playing).to.equal(false);
  });

  it('stops playing when it leaves the page', async () => {
    const data = track();
    const slider = await sliderOf(data, { step: 'day', value: '2022-09-05', speed: 50, playing: true });
    slider.remove();
    await settled();
    const before = range(data)?.min;
    await settled(120);
    expect(range(data)?.min).to.equal(before);
  });

  it('lets go when all filters are cleared elsewhere', async () => {
    const data = track();
    const slider = await sliderOf(data, { step: 'day', value: '2022-09-06' });
    data.clearFilters();
    await settled();
    expect([data.filters.size, slider.value]).to.deep.equal([0, '']);
    slider.value = '2022-09-07';
    await settled();
    data.setFilter('time', { kind: 'range', field: 'time', min: 5 });
    await settled();
    expect(slider.value).to.equal('');
    expect(range(data)).to.deep.equal({ kind: 'range', field: 'time', min: 5 });
  });

  it('counts what the filters of other views leave, behind the track', async () => {
    const data = track();
    const slider = await sliderOf(data, { step: 'day' });
    const path = () => part(slider, '.bars .in').getAttribute('d') ?? '';
    const bars = () => path().split('M').length - 1 + (part(slider, '.bars .out').getAttribute('d') ?? '').split('M').length - 1;
    expect(bars()).to.equal(13);
    data.setFilter('name', { kind: 'in', field: 'name', values: ['台风'] });
    await settled();
    expect(bars()).to.be.lessThan(9);
  });

  it('spans what other filters leave where it is asked to', async () => {
    const data = Dataset.fromColumns({ columns: { storm: ['a', 'a', 'b', 'b'], time: ['1985-08-10', '1985-08-20', '2019-08-04', '2019-08-14'].map((day) => new Date(at(`${day}T08:00`))) } });
    data.setFilter('storm', { kind: 'in', field: 'storm', values: ['b'] });
    const slider = await sliderOf(data, { step: 'day', mode: 'cumulative', followFilters: true });
    expect(words(slider)).to.include('2019年8月4日');
    await drag(slider, 3);
    expect(range(data)?.max).to.equal(at('2019-08-07T00:00'));
    data.setFilter('storm', { kind: 'in', field: 'storm', values: ['a'] });
    await settled(60);
    expect(words(slider)).to.include('1985年8月10日 – 8月20日');
    // What was chosen of the other years holds nothing back here.
    expect(data.passing().join('')).to.equal('1100');
    // Others move along, whatever years they are of.
    const others = buoys();
    slider.also = [{ dataset: others, field: 'seen' }];
    await settled(60);
    expect(words(slider)).to.include('1985年8月10日 – 8月20日');
    await drag(slider, 3);
    expect(others.filters.get('seen')).to.include({ kind: 'range', max: at('1985-08-13T00:00') });
  });

  it('keeps its labels apart and inside at any width', async () => {
    const slider = await sliderOf(track());
    for (const width of [300, 480, 700, 1200]) {
      slider.style.width = `${width}px`;
      await settled(400);
      const boxes = parts(slider, '.labels span').map((label) => label.getBoundingClientRect());
      expect(boxes.length).to.be.greaterThan(1);
      boxes.forEach((box, index) => {
        const next = boxes[index + 1];
        if (next) expect(box.right).to.be.lessThan(next.left);
      });
      const outer = part(slider, '.track').getBoundingClientRect();
      expect(boxes[0]?.left).to.be.at.least(outer.left);
      expect(boxes[boxes.length - 1]?.right).to.be.at.most(outer.right + 1);
    }
  });

  it('says what is missing: no times, a step that makes too many', async () => {
    const none = await sliderOf(Dataset.fromColumns({ columns: { a: ['x'] } }));
    expect(words(none)).to.include('没有可用的时间');
    const many = await sliderOf(track(), { step: 'minute', min: '1900-01-01' });
    expect(part(many, '[role=alert]').textContent).to.have.length.greaterThan(5);
  });
});

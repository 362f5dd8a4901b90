import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Dataset } from '@yizhangtu/data/model';
import { manyRows, mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztFeatureTable } from './index.js';

async function tableOf(data: Dataset, attributes: Partial<YztFeatureTable> = {}): Promise<YztFeatureTable> {
  const table = await fixture<YztFeatureTable>(html`<yzt-feature-table></yzt-feature-table>`);
  Object.assign(table, attributes, { dataset: data });
  await settled(60);
  return table;
}
const heads = (table: YztFeatureTable) =>
  parts(table, '.name .words').map((head) => head.textContent?.replace(/\s+/g, ' ').trim());
const cells = (table: YztFeatureTable, column: number) =>
  parts(table, `.row [aria-colindex="${column + 1}"]`).map((cell) => cell.textContent?.trim());
const press = async (table: YztFeatureTable, key: string, keys: KeyboardEventInit = {}) => {
  part(table, '.grid').dispatchEvent(new KeyboardEvent('keydown', { key, ...keys, bubbles: true, cancelable: true }));
  await settled();
};
const drag = async (from: Element, toX: number) => {
  const box = from.getBoundingClientRect();
  const at = (type: string, clientX: number) =>
    new PointerEvent(type, {
      clientX,
      clientY: box.top + 5,
      pointerId: 1,
      pointerType: 'mouse',
      button: 0,
      bubbles: true,
      composed: true,
    });
  from.dispatchEvent(at('pointerdown', box.left + 2));
  window.dispatchEvent(at('pointermove', (box.left + toX) / 2));
  window.dispatchEvent(at('pointermove', toX));
  window.dispatchEvent(at('pointerup', toX));
  from.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settled();
};

describe('yzt-feature-table', () => {
  it('shows every field of the schema that may be shown, with units in the head and masks kept', async () => {
    const table = await tableOf(venues(), { fields: 'name area phone kind secret' });
    expect(heads(table)).to.deep.equal(['名称', '面积 ㎡', '电话', '场馆类型']);
    expect(cells(table, 2).slice(0, 2)).to.deep.equal(['12,000', '800']);
    expect(cells(table, 3)[0]).to.equal('138****5678');
    expect(cells(table, 1)[1]).to.equal('<img src=x onerror="window.hacked=1">');
    expect(words(table)).to.include('共 7 处').and.to.include('示例数据');
    expect(getComputedStyle(parts(table, '.row .number')[0] as Element).textAlign).to.equal('right');
    await expect(table).to.be.accessible();
  });

  it('orders by a click on the head: up, down, as in the source', async () => {
    const table = await tableOf(venues(), { fields: 'name area' });
    let changes = 0;
    table.addEventListener('change', () => changes++);
    const head = parts(table, '.name')[1] as HTMLElement;
    head.click();
    await settled();
    expect(cells(table, 2)[0]).to.equal('420');
    expect(head.getAttribute('aria-sort')).to.equal('ascending');
    head.click();
    await settled();
    expect([table.sort, cells(table, 2)[0], cells(table, 2)[6]]).to.deep.equal(['-area', '12,000', '—']);
    head.click();
    await settled();
    expect([table.sort, cells(table, 1)[0], changes]).to.deep.equal(['', '市南体育场', 3]);
  });

  it('shares selection and hover: click, Ctrl, Shift, check box, all', async () => {
    const data = venues();
    const table = await tableOf(data, { fields: 'name area' });
    const row = (index: number) => parts(table, '.row')[index] as HTMLElement;
    const click = async (target: Element, keys: MouseEventInit = {}) => {
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...keys }));
      await settled();
    };
    await click(row(1));
    await click(row(4), { shiftKey: true });
    expect([...data.selection]).to.deep.equal([1, 2, 3, 4]);
    await click(row(2), { ctrlKey: true });
    expect([...data.selection]).to.deep.equal([1, 3, 4]);
    await click(row(6).querySelector('input') as Element);
    expect([...data.selection]).to.deep.equal([1, 3, 4, 6]);
    expect(row(6).getAttribute('aria-selected')).to.equal('true');
    expect(words(table)).to.include('已选 4');
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['游泳馆'] });
    await settled();
    part(table, '.header input').click();
    await settled();
    expect([...data.selection]).to.deep.equal([2, 5]);
    expect(part<HTMLInputElement>(table, '.header input').checked).to.equal(true);
    row(0).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(data.hover).to.equal(2);
    await expect(table).to.be.accessible();
  });

  it('is used by keys alone', async () => {
    const data = venues();
    const table = await tableOf(data, { fields: 'name area district' });
    part(table, '.grid').focus();
    await press(table, 'ArrowRight');
    await press(table, 'ArrowRight');
    await press(table, 'Enter');
    expect(table.sort).to.equal('area');
    await press(table, 'ArrowDown');
    expect(part(table, '.grid').getAttribute('aria-activedescendant')).to.equal('cell-3-2');
    await press(table, ' ');
    await press(table, 'ArrowDown', { shiftKey: true });
    expect([...data.selection].sort((a, b) => a - b)).to.deep.equal([1, 3]);
    await press(table, 'a', { ctrlKey: true });
    expect(data.selection.size).to.equal(7);
    await press(table, 'Escape');
    expect(data.selection.size).to.equal(0);
    await press(table, 'Home', { ctrlKey: true });
    await press(table, 'ArrowUp');
    await press(table, 'ArrowRight');
    const before = parts(table, '.name')[0]?.offsetWidth ?? 0;
    await press(table, 'ArrowRight', { shiftKey: true });
    expect(parts(table, '.name')[0]?.offsetWidth).to.equal(before + 16);
    await press(table, 'ArrowRight', { shiftKey: true, ctrlKey: true });
    expect(heads(table)[1]).to.equal('名称');
    expect(part(table, '.grid').getAttribute('aria-activedescendant')).to.equal('head-2');
  });

  it('reaches the last of a million rows, and keeps few of them drawn', async () => {
    const table = await tableOf(manyRows(1_000_000));
    expect(parts(table, '.row').length).to.be.within(6, 40);
    await press(table, 'End', { ctrlKey: true });
    await settled(60);
    const id = part(table, '.grid').getAttribute('aria-activedescendant') ?? '';
    const cell = part(table, `#${id}`);
    expect(cell.parentElement?.getAttribute('aria-rowindex')).to.equal('1000001');
    const outer = part(table, '.grid').getBoundingClientRect();
    expect(cell.getBoundingClientRect().bottom).to.be.within(outer.top, outer.bottom + 1);
    expect(parts(table, '.row').length).to.be.within(6, 40);
  });

  it('puts very many rows in order without holding up the page, and shows the order before until then', async () => {
    const data = manyRows(60_000);
    const table = await tableOf(data, { sort: '-n' });
    await waitUntil(() => !table.hasAttribute('stale') && cells(table, 2)[0] === '59,999', 'sorted by number', { timeout: 8000 });
    table.sort = '-name';
    await table.updateComplete;
    expect([table.hasAttribute('stale'), cells(table, 1)[0]]).to.deep.equal([true, '场馆 60000']);
    // What is filtered meanwhile is so in either order.
    data.setFilter('n', { kind: 'range', field: 'n', min: 0, max: 20 });
    await settled(0);
    expect(cells(table, 1)[0]).to.equal('场馆 21');
    await waitUntil(() => !table.hasAttribute('stale'), 'sorted by name', { timeout: 15000 });
    expect(cells(table, 1).slice(0, 3)).to.deep.equal(['场馆 21', '场馆 20', '场馆 19']);
  });

  it('moves as many rows of a million by a turn of the wheel as of a thousand', async () => {
    const moved = async (rows: number) => {
      const table = await tableOf(manyRows(rows));
      const grid = part(table, '.grid');
      const top = () =>
        Number(
          parts(table, '.row')
            .find((row) => row.getBoundingClientRect().bottom > grid.getBoundingClientRect().top + 34)
            ?.getAttribute('aria-rowindex'),
        );
      await press(table, 'PageDown');
      const first = top();
      for (let i = 0; i < 10; i++) grid.dispatchEvent(new WheelEvent('wheel', { deltaY: 33, bubbles: true, cancelable: true }));
      // An untrusted event scrolls no short list: that is the browser's work.
      if (rows < 10_000) grid.scrollTop += 330;
      await settled(60);
      return top() - first;
    };
    expect(await moved(1_000_000)).to.be.closeTo(await moved(1000), 1);
  });

  it('lets columns be carried, widened and fitted, and tells the page', async () => {
    const table = await tableOf(venues(), { fields: 'name area district' });
    const told: unknown[] = [];
    table.addEventListener('yzt-columns-change', (event) => told.push(event.detail));
    const third = (parts(table, '.name')[2] as HTMLElement).getBoundingClientRect();
    await drag(part(table, '.name'), third.left + 20);
    expect(heads(table)).to.deep.equal(['面积 ㎡', '所在区', '名称']);
    expect(table.sort).to.equal('');
    const grip = part(table, '.grip');
    const before = parts(table, '.name')[0]?.offsetWidth ?? 0;
    await drag(grip, grip.getBoundingClientRect().left + 2 + 40);
    expect(parts(table, '.name')[0]?.offsetWidth).to.equal(before + 40);
    expect(told).to.deep.equal([
      { fields: 'area district name', pinned: '', widths: '' },
      { fields: 'area district name', pinned: '', widths: `area:${before + 40}` },
    ]);
    part(table, '.grip').dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    await settled();
    expect(parts(table, '.name')[0]?.offsetWidth).to.equal(before);
  });

  it('has a list of columns: shown, order, pinned; it closes with Escape and gives the focus back', async () => {
    const table = await tableOf(venues(), { fields: 'name area' });
    const button = part(table, 'button[data-disclosure=columns]');
    button.click();
    await settled();
    expect(parts(table, '.columns li label').map((label) => label.textContent?.trim())).to.deep.equal([
      '名称',
      '面积',
      '场馆类型',
      '所在区',
      '电话',
      '开放',
    ]);
    await expect(table).to.be.accessible();
    parts<HTMLInputElement>(table, '.columns li input')[3]?.click();
    await settled();
    expect(table.fields).to.equal('name area district');
    part(table, '.columns li:nth-child(2) button[aria-pressed]').click();
    await settled();
    expect(heads(table)[0]).to.equal('面积 ㎡');
    expect(getComputedStyle(part(table, '.name')).position).to.equal('sticky');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settled();
    expect(parts(table, '.columns')).to.have.length(0);
    expect(table.shadowRoot?.activeElement).to.equal(button);
  });

  it('says figures of what passes under the columns', async () => {
    const data = venues();
    const table = await tableOf(data, { fields: 'name area', footer: 'sum:area distinct:name sum:gone' });
    expect(parts(table, '.footer .cell').map((cell) => cell.textContent?.trim())).to.deep.equal(['', '种数 7', '合计 28,320']);
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['游泳馆'] });
    await settled();
    expect(parts(table, '.footer .cell')[2]?.textContent).to.include('6,100');
  });

  it('gives the rows away as files in the order shown, selected ones first of all', async () => {
    const data = venues();
    const table = await tableOf(data, { fields: 'name area', sort: '-area', label: '健身场馆' });
    const saved: { name: string; text: string }[] = [];
    const create = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    let blob: Blob | undefined;
    URL.createObjectURL = (object) => {
      blob = object as Blob;
      return create(object);
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, text: '' });
    };
    try {
      data.select([0, 2]);
      await settled();
      part(table, 'button[data-disclosure=export]').click();
      await settled();
      await expect(table).to.be.accessible();
      parts(table, '#export .item')[1]?.click();
      await table.updateComplete;
      await settled(200);
      expect(saved[0]?.name).to.equal('健身场馆.csv');
      expect(await blob?.text()).to.equal('名称,面积（㎡）\r\n市南体育场,12000\r\n崂山游泳馆,3500\r\n');
      expect(part(table, '[role=status]').textContent).to.include('已导出 2 行');
      await table.export('xlsx', false);
      expect([saved[1]?.name, (await blob?.slice(0, 2).text()) ?? '']).to.deep.equal(['健身场馆.xlsx', 'PK']);
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('brings a row selected elsewhere into sight, and flies the map to the selection', async () => {
    const data = venues();
    const { map } = await mapPage(data);
    const table = await tableOf(data, { for: 'm' });
    data.select([6]);
    await settled();
    part(table, '.selected .icon').click();
    await settled(900);
    expect(map.center[0]).to.be.closeTo(120.4, 1e-3);
    const many = manyRows(5000);
    const long = await tableOf(many);
    many.select([4000]);
    await settled(60);
    expect(cells(long, 1)).to.include('场馆 4001');
  });

  it('says that nothing passes and offers the way out', async () => {
    const data = venues();
    const table = await tableOf(data, { noun: '场馆' });
    data.setFilter('text', { kind: 'text', contains: '没有这个' });
    await settled();
    expect(words(table)).to.include('没有符合条件的场馆');
    part(table, '.nothing button').click();
    await settled();
    expect(parts(table, '.row')).to.have.length(7);
  });

  it('speaks English', async () => {
    const table = await tableOf(venues(), { fields: 'name area', lang: 'en' });
    expect(heads(table)).to.deep.equal(['Name', 'Area m²']);
    expect(words(table)).to.include('Columns').and.to.include('Export');
  });
});

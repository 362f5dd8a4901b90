import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import '../bar-chart/index.js';
import type { YztBarChart } from '../bar-chart/index.js';

async function settled(chart: YztBarChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function chart(): Promise<YztBarChart> {
  const dataset = Dataset.fromColumns(
    { columns: { type: ['=cmd()', '足球场', '足球场'], areaM2: Float64Array.from([1234.5, 7000, 6900]) } },
    { provenance: { example: true, source: '体育局' } },
  );
  const element = await fixture<YztBarChart>(
    html`<yzt-bar-chart
      .dataset=${dataset}
      group-by="type"
      measure="sum:areaM2"
      unit="㎡"
      label=${'面积 <2026>'}
      orientation="horizontal"
      exportable
    ></yzt-bar-chart>`,
  );
  await settled(element);
  return element;
}

const button = (element: YztBarChart, words: string): HTMLButtonElement | undefined =>
  [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.includes(words));

describe('files of a chart', () => {
  it('are an SVG that needs nothing from the page: title, marks, labels and source in computed colours', async () => {
    const text = await (await chart()).toSvg();
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(file.querySelector('parsererror')).to.equal(null);
    expect(file.querySelector('title')?.textContent).to.equal('面积 <2026>');
    const words = [...file.querySelectorAll('text')].map((one) => one.textContent);
    for (const word of ['面积 <2026>', '单位：㎡', '足球场', '=cmd()', '13,900', '1,234.5', '示例数据', '来源 体育局']) {
      expect(words).to.include(word);
    }
    expect(text).to.not.contain('var(');
    expect(text).to.not.contain('表格');
    expect(text).to.not.contain('导出');
    const accent = [...file.querySelectorAll('path')].filter((one) => one.getAttribute('fill') === 'rgb(31, 95, 208)');
    expect(accent).to.have.length(2);
  });

  it('are a PNG in which the longer bar is longer', async () => {
    const element = await chart();
    const bitmap = await createImageBitmap(await element.toPng(1));
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const lengths: number[] = [];
    for (let y = 0; y < height; y += 1) {
      let blue = 0;
      for (let x = 0; x < width; x += 1) {
        const at = (y * width + x) * 4;
        if (data[at] === 31 && data[at + 1] === 95 && data[at + 2] === 208) blue += 1;
      }
      if (blue > 10) lengths.push(blue);
    }
    expect(Math.max(...lengths) / Math.min(...lengths)).to.be.greaterThan(5);
  });

  it('are a CSV with plain numbers and no formula', async () => {
    const text = await (await (await chart()).toCsv()).text();
    expect(text).to.equal(`类型,数值（㎡）,占比\r\n足球场,13900,91.8%\r\n'=cmd(),1234.5,8.2%\r\n`.replace('类型', 'type'));
  });

  it('come from the drawing also while the table is shown', async () => {
    const element = await chart();
    button(element, '表格')?.click();
    await settled(element);
    expect(await element.toSvg()).to.contain('rgb(31, 95, 208)');
    await settled(element);
    expect(element.shadowRoot?.querySelector('table')).to.not.equal(null);
  });
});

describe('the export menu', () => {
  it('opens, closes with Escape and gives the focus back', async () => {
    const element = await chart();
    const opener = button(element, '导出');
    opener?.click();
    await settled(element);
    expect(opener?.getAttribute('aria-expanded')).to.equal('true');
    await expect(element).to.be.accessible();
    const first = button(element, 'PNG');
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await settled(element);
    expect(button(element, 'PNG')).to.equal(undefined);
    expect(element.shadowRoot?.activeElement).to.equal(opener);
  });

  it('saves a file named after the chart', async () => {
    const element = await chart();
    const names: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
    try {
      for (const words of ['PNG', 'SVG', 'CSV']) {
        button(element, '导出')?.click();
        await settled(element);
        button(element, words)?.click();
        for (let wait = 0; wait < 100 && !names.some((name) => name.endsWith(words.toLowerCase())); wait += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.deep.equal(['面积 2026.png', '面积 2026.svg', '面积 2026.csv']);
  });
});

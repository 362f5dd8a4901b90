import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztSparkline } from './index.js';

async function sized(spark: YztSparkline): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await spark.updateComplete;
}

const sparkline = (series: readonly number[], width = 200): Promise<YztSparkline> =>
  fixture<YztSparkline>(
    html`<div style=${`width: ${width}px`}><yzt-sparkline label="场馆数" .series=${series}></yzt-sparkline></div>`,
  ).then((box) => box.querySelector('yzt-sparkline') as YztSparkline);

describe('<yzt-sparkline>', () => {
  it('reads out its course as one sentence', async () => {
    const spark = await sparkline([3, 9, 5]);
    await sized(spark);
    expect(spark.shadowRoot?.querySelector('svg')?.getAttribute('aria-label')).to.equal(
      '场馆数：3 期走势：最低 3，最高 9，最新 5',
    );
  });

  it('fills its width and follows when that changes', async () => {
    const spark = await sparkline([3, 9, 5]);
    await sized(spark);
    const width = (): number => Number(spark.shadowRoot?.querySelector('svg')?.getAttribute('width'));
    expect(width()).to.equal(200);
    (spark.parentElement as HTMLElement).style.width = '120px';
    await sized(spark);
    expect(width()).to.equal(120);
  });

  it('marks the latest value at the end of the line', async () => {
    const spark = await sparkline([3, 9, 5]);
    await sized(spark);
    const line = spark.shadowRoot?.querySelector('.line') as SVGGraphicsElement;
    const last = spark.shadowRoot?.querySelector('.last');
    const box = line.getBBox();
    expect(Number(last?.getAttribute('cx'))).to.be.closeTo(box.x + box.width, 0.5);
  });

  it('keeps working after a move in the page', async () => {
    const spark = await sparkline([1, 2]);
    await sized(spark);
    const other = await fixture(html`<div style="width: 90px"></div>`);
    other.append(spark);
    await sized(spark);
    expect(spark.shadowRoot?.querySelector('svg')?.getAttribute('width')).to.equal('90');
  });

  it('says when there is nothing, and is axe clean', async () => {
    const spark = await sparkline([]);
    await sized(spark);
    expect(spark.shadowRoot?.querySelector('.last')).to.equal(null);
    expect(spark.shadowRoot?.querySelector('svg')?.getAttribute('aria-label')).to.contain('没有数据');
    await expect(spark).to.be.accessible();
  });
});

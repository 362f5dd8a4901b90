import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '@yizhangtu/map/xyz-layer';
import { mapPage, part, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztPrintTool } from './index.js';

async function opened(tiles?: string): Promise<YztPrintTool> {
  const { map } = await mapPage(venues());
  if (tiles) map.prepend(Object.assign(document.createElement('yzt-xyz-layer'), { label: '影像', url: tiles }));
  const tool = await fixture<YztPrintTool>(html`<yzt-print-tool for="m" heading="场馆分布" unit="体育局" watermark="内部" approval-number="GS(2026)1号"></yzt-print-tool>`);
  tool.show();
  await tool.updateComplete;
  return tool;
}

const preview = (tool: YztPrintTool): HTMLCanvasElement | null => part(tool, '.sheet').querySelector('canvas');
const button = (tool: YztPrintTool, name: RegExp): HTMLButtonElement =>
  [...(tool.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => name.test(one.textContent ?? '')) as HTMLButtonElement;

async function pixelsOf(blob: Blob): Promise<readonly [number, number]> {
  const image = await createImageBitmap(blob);
  return [image.width, image.height];
}

describe('yzt-print-tool', function () {
  this.timeout(30_000);

  it('shows the sheet before it is saved, in the size of the paper, and saves it as PNG and PDF', async () => {
    const tool = await opened();
    await waitUntil(() => preview(tool) !== null, 'a preview', { timeout: 15_000 });
    // A4 at 96 dots per inch.
    expect([preview(tool)?.width, preview(tool)?.height]).to.deep.equal([1123, 794]);
    await expect(tool).to.be.accessible();
    tool.resolution = 150;
    expect(await pixelsOf(await tool.makeFile('png'))).to.deep.equal([1755, 1241]);
    const text = await (await tool.makeFile('pdf')).text();
    expect(text).to.match(/^%PDF-1\.4/).and.to.contain('/MediaBox [0 0 841.89 595.28]').and.to.contain('/Width 1755 /Height 1241');
    const told = oneEvent(tool, 'yzt-print');
    button(tool, /PDF/).click();
    const { detail } = (await told) as CustomEvent;
    expect([detail.format, detail.heading, detail.paper]).to.deep.equal(['pdf', '场馆分布', 'A4']);
    expect(detail.scale).to.be.greaterThan(1000);
    tool.close();
  });

  it('keeps to the scale somebody writes, and says what it does not understand', async () => {
    const tool = await opened();
    await waitUntil(() => preview(tool) !== null, 'a preview', { timeout: 15_000 });
    const scale = part<HTMLInputElement>(tool, 'input[aria-invalid]');
    const write = async (text: string): Promise<void> => {
      scale.value = text;
      scale.dispatchEvent(new Event('change'));
      await tool.updateComplete;
    };
    await write('大一点');
    expect(words(tool)).to.contain('比例尺请写成');
    await write('1:250000');
    expect(words(tool)).not.to.contain('比例尺请写成');
    const told = oneEvent(tool, 'yzt-print');
    await waitUntil(() => !button(tool, /PNG/).disabled, 'a sheet', { timeout: 15_000 });
    await tool.makeFile('png');
    button(tool, /PNG/).click();
    expect(((await told) as CustomEvent).detail.format).to.equal('png');
    tool.close();
  });

  it('names the layer whose images may not be read, and prints without it', async () => {
    const other = `http://127.0.0.1:${location.port}/fault/tile/print-taint/{z}/{x}/{y}.png`;
    const tool = await opened(other);
    await waitUntil(() => words(tool).includes('“影像”'), 'the name of the layer', { timeout: 15_000 });
    expect([preview(tool), button(tool, /PNG/).disabled]).to.deep.equal([null, true]);
    const refused = await tool.makeFile('png').catch((error: { code: string }) => error.code);
    expect(refused).to.equal('not-exportable');
    button(tool, /不含它/).click();
    await waitUntil(() => preview(tool) !== null, 'a preview', { timeout: 15_000 });
    expect(words(tool)).to.contain('未包含：影像');
    tool.close();
  });

  it('takes the usual paper for one it does not know, and says so', async () => {
    const tool = await opened();
    const { warn } = console;
    const said: string[] = [];
    console.warn = (line: unknown) => said.push(String(line));
    tool.setAttribute('paper', 'A9');
    tool.resolution = 72;
    await tool.updateComplete;
    console.warn = warn;
    expect([tool.paper, tool.resolution]).to.deep.equal(['A4', 150]);
    expect(said.join()).to.contain('paper="A9"').and.to.contain('resolution="72"').and.to.contain('A4、A3、A2');
    tool.close();
  });

  it('has nothing to print without a map', async () => {
    const tool = await fixture<YztPrintTool>(html`<yzt-print-tool for="none"></yzt-print-tool>`);
    expect(button(tool, /^\s*$/).disabled).to.equal(true);
    expect(await tool.makeFile('png').catch((error: { code: string }) => error.code)).to.equal('map-not-found');
  });
});

import { expect, html, waitUntil } from '@open-wc/testing';
import { servicePage, type ServicePage } from '../services/service.fixture.js';
import '../graticule-layer/index.js';
import './index.js';
import type { YztPmtilesLayer } from './pmtiles-layer.js';

interface Tally {
  readonly bytes: number;
  readonly requests: number;
  readonly size: number;
}

let last = 0;

class Run {
  readonly #name = `run-${Date.now().toString(36)}-${last++}`;
  page!: ServicePage<YztPmtilesLayer>;

  async begin(mode: string): Promise<this> {
    this.page = await servicePage<YztPmtilesLayer>('yzt-pmtiles-layer', html`<yzt-pmtiles-layer label="瓦片包"></yzt-pmtiles-layer>`, { zoom: '6' });
    this.page.layer.src = `/fault/pmtiles/${mode}/${this.#name}`;
    await this.page.layer.updateComplete;
    return this;
  }

  async tally(): Promise<Tally> {
    return (await (await fetch(`/fault/pmtiles/tally/${this.#name}`)).json()) as Tally;
  }

  async failed(): Promise<{ readonly code: string; readonly words: string }> {
    await waitUntil(() => this.page.failures.length > 0, 'an error', { timeout: 40_000 });
    const [first] = this.page.failures;
    return { code: first?.code ?? '', words: first?.text.zh ?? '' };
  }

  async found(): Promise<string> {
    const { map, layer } = this.page;
    let title: string | undefined;
    await waitUntil(async () => (title = (await layer.identifyAt(map.center, { signal: new AbortController().signal }))?.[0]?.title) !== undefined, 'a feature', { timeout: 40_000 });
    return title ?? '';
  }

  end(): void {
    this.page.map.remove();
  }
}

describe('yzt-pmtiles-layer', function () {
  // A machine with other work takes long for the first picture.
  this.timeout(90_000);

  it('reads header, directories and the tiles in view, and nothing else', async () => {
    const run = await new Run().begin('good');
    const { layer } = run.page;
    layer.sourceLayer = 'plots';
    expect(await run.found()).to.match(/^地块 5-\d+-\d+$/);
    expect([layer.attribution, layer.symbologyModel?.kind, layer.serviceBounds, layer.layerBounds]).to.deep.equal(['示例数据', 'fixed', [-180, -85, 180, 85], [-180, -85, 180, 85]]);
    const { bytes, size } = await run.tally();
    expect(bytes).to.be.lessThan(size / 10);
    expect(run.page.failures).to.deep.equal([]);
    // Asked after another layer has left and before the next frame.
    const { olMap, center } = run.page.map;
    const other = document.createElement('yzt-graticule-layer');
    run.page.map.append(other);
    await other.updateComplete;
    const { olLayer } = other;
    olMap.renderSync();
    expect(olMap.getAllLayers()).to.include(olLayer);
    other.remove();
    await Promise.resolve();
    expect(olMap.getAllLayers()).not.to.include(olLayer);
    expect(await layer.identifyAt(center, { signal: new AbortController().signal })).to.have.length(1);
    run.end();
  });

  it('stops at once where the server would send everything, and names it', async () => {
    const run = await new Run().begin('whole');
    const { code, words } = await run.failed();
    expect(code).to.equal('no-ranges');
    expect(words).to.contain('<yzt-pmtiles-layer>').and.to.contain('已停止');
    expect((await run.tally()).requests).to.equal(1);
    run.end();
  });

  it('names a file that is none', async () => {
    const run = await new Run().begin('html');
    const { code, words } = await run.failed();
    expect([code, /开头不是 PMTiles/.test(words)]).to.deep.equal(['bad-pmtiles', true]);
    run.end();
  });

  it('a file that changes with every answer, or is shorter than its directory says, is read anew once and then named', async () => {
    for (const mode of ['changes', '416']) {
      const run = await new Run().begin(mode);
      const { code, words } = await run.failed();
      expect([code, /一再改变/.test(words)], mode).to.deep.equal(['bad-pmtiles', true]);
      // Header and metadata, twice.
      expect((await run.tally()).requests, mode).to.be.at.most(4);
      run.end();
    }
  });

  it('a file that was replaced is read anew, and nobody hears of it', async () => {
    const run = await new Run().begin('replaced');
    expect(await run.found()).to.match(/^地块/);
    expect(run.page.failures).to.deep.equal([]);
    run.end();
  });

  it('draws archives of pictures, and files of the reader', async () => {
    const run = await new Run().begin('pictures');
    const isRed = (): boolean => {
      const canvas = [...(run.page.map.shadowRoot?.querySelectorAll('canvas') ?? [])].find(({ width }) => width > 0);
      const [red = 0, green = 255, , alpha] = canvas?.getContext('2d')?.getImageData(Math.floor(canvas.width / 2), Math.floor(canvas.height / 2), 1, 1).data ?? [];
      return alpha === 255 && red > 150 && green < 90;
    };
    await waitUntil(isRed, 'a picture', { timeout: 40_000 });
    expect(run.page.layer.symbologyModel).to.equal(undefined);
    const whole = await (await fetch('/fault/pmtiles/whole/file')).arrayBuffer();
    run.page.layer.file = new File([whole], 'plots.pmtiles');
    expect(await run.found()).to.match(/^地块/);
    run.end();
  });
});

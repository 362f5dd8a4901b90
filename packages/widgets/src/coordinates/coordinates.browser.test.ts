import { expect, fixture, html } from '@open-wc/testing';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import { copyText } from '../shared/copy-text.js';
import './index.js';
import type { YztCoordinates } from './index.js';

describe('yzt-coordinates', () => {
  it('reads the pointer, and the centre without one', async () => {
    const { map } = await mapPage(venues());
    const readout = await fixture<YztCoordinates>(html`<yzt-coordinates for="m" format="degrees"></yzt-coordinates>`);
    await settled();
    expect(words(readout)).to.include('中心');
    expect(words(readout)).to.include('E120.380000°');
    const box = map.getBoundingClientRect();
    const [lon = 0, lat = 0] = map.lonLatOf([100, 100]) ?? [];
    map.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + 100, clientY: box.top + 100, pointerType: 'mouse' }));
    await settled(60);
    expect(words(readout)).not.to.include('中心');
    const [, x, y] = /E([\d.]+)° N([\d.]+)°/.exec(words(readout)) ?? [];
    expect(Number(x)).to.be.closeTo(lon, 1e-5);
    expect(Number(y)).to.be.closeTo(lat, 1e-5);
    map.dispatchEvent(new PointerEvent('pointerleave'));
    await settled();
    expect(words(readout)).to.include('中心');
    await expect(readout).to.be.accessible();
  });

  it('turns through the formats, with X north and Y east in a zone', async () => {
    await mapPage(venues());
    const readout = await fixture<YztCoordinates>(html`<yzt-coordinates for="m" formats="dms 4549"></yzt-coordinates>`);
    await settled();
    expect(words(readout)).to.match(/E120°22′48\.0″ N36°04′48\.0″/);
    part(readout, '.value').click();
    await settled();
    expect(readout.format).to.equal('4549');
    // proj4 2.22.0, +proj=tmerc +lon_0=120 +x_0=500000 +ellps=GRS80: 120.38 36.08 → 534227.641 3994486.294.
    expect(words(readout).replace(/\s/g, ' ')).to.include('X 3 994 486.29 北 Y 534 227.64 东');
    part(readout, '.value').click();
    await settled();
    expect(readout.format).to.equal('dms');
  });

  it('copies where there is no clipboard', async () => {
    const host = await fixture<YztCoordinates>(html`<yzt-coordinates></yzt-coordinates>`);
    const root = host.shadowRoot as ShadowRoot;
    const { execCommand } = document;
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard') as PropertyDescriptor;
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    document.execCommand = () => {
      const field = root.activeElement as HTMLTextAreaElement;
      copied = field.value.slice(field.selectionStart, field.selectionEnd);
      return true;
    };
    try {
      expect(await copyText('E120° N36°', root)).to.equal(true);
      expect(copied).to.equal('E120° N36°');
      document.execCommand = () => false;
      expect(await copyText('x', root)).to.equal(false);
    } finally {
      document.execCommand = execCommand;
      Object.defineProperty(navigator, 'clipboard', clipboard);
      Reflect.deleteProperty(navigator, 'clipboard');
    }
    expect(parts(host, 'textarea')).to.have.length(0);
  });
});

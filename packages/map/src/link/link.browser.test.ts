import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as template } from 'lit';
import { property } from 'lit/decorators.js';
import '../map/index.js';
import type { YztMap } from '../map/map.js';
import '../shared/probe-layer.fixture.js';
import type { ProbeLayer } from '../shared/probe-layer.fixture.js';
import { LayerController, MapController } from './index.js';

/** Any element of a page that works with a map. */
class Widget extends LitElement {
  @property() for?: string;
  @property({ attribute: false }) map?: YztMap;
  changes: [next: string | undefined, previous: string | undefined][] = [];
  link = new MapController(this, (next, previous) => this.changes.push([next?.id, previous?.id]));
}
customElements.define('test-widget', Widget);

class LayerWidget extends LitElement {
  @property() layer?: string | ProbeLayer;
  link = new LayerController(this);
}
customElements.define('test-layer-widget', LayerWidget);

/** A page shell with the map in its own shadow root. */
class Shell extends LitElement {
  override render() {
    return template`<yzt-map id="inner"><slot></slot></yzt-map>`;
  }
}
customElements.define('test-shell', Shell);

/** A component of a page with a widget in its shadow root. */
class Panel extends LitElement {
  @property() for?: string;
  override render() {
    return template`<test-widget for=${this.for ?? ''}></test-widget>`;
  }
}
customElements.define('test-panel', Panel);

const settled = () => new Promise((resolve) => setTimeout(resolve));

function widgetIn(root: ParentNode, selector = 'test-widget'): Widget {
  return root.querySelector(selector) as Widget;
}

function mapOf(id: string): YztMap {
  const map = document.createElement('yzt-map');
  map.id = id;
  return map;
}

describe('an element inside a map', () => {
  it('finds the map when the map was there first', async () => {
    const map = await fixture<YztMap>(html`<yzt-map id="m"></yzt-map>`);
    const widget = document.createElement('test-widget') as Widget;
    map.append(widget);
    expect(widget.link.mapElement).to.equal(map);
  });

  it('finds the map when the map is upgraded last', async () => {
    const box = await fixture(html`<div><test-late-1><test-widget></test-widget></test-late-1></div>`);
    const widget = widgetIn(box);
    expect(widget.link.mapElement).to.equal(undefined);
    customElements.define('test-late-1', class extends (customElements.get('yzt-map') as typeof YztMap) {});
    await settled();
    expect(widget.link.mapElement).to.equal(box.firstElementChild);
  });

  it('finds the map when the element itself is upgraded last', async () => {
    const map = await fixture<YztMap>(html`<yzt-map><test-late-2></test-late-2></yzt-map>`);
    customElements.define('test-late-2', class extends Widget {});
    expect(widgetIn(map, 'test-late-2').link.mapElement).to.equal(map);
  });

  it('finds the map from a shadow root inside the map', async () => {
    const map = await fixture<YztMap>(html`<yzt-map><test-panel></test-panel></yzt-map>`);
    await settled();
    const panel = map.querySelector('test-panel') as Panel;
    expect(widgetIn(panel.shadowRoot as ShadowRoot).link.mapElement).to.equal(map);
  });

  it('finds the map of a shell into which it is slotted', async () => {
    const shell = await fixture<Shell>(html`<test-shell><test-widget></test-widget></test-shell>`);
    await settled();
    expect(widgetIn(shell).link.mapElement).to.equal(shell.shadowRoot?.querySelector('yzt-map'));
  });

  it('takes the nearest of two maps', async () => {
    const box = await fixture(html`
      <div>
        <yzt-map id="a"><test-widget></test-widget></yzt-map>
        <yzt-map id="b"><test-widget></test-widget></yzt-map>
      </div>
    `);
    const found = Array.from(box.querySelectorAll<Widget>('test-widget'), (widget) => widget.link.mapElement?.id);
    expect(found).to.deep.equal(['a', 'b']);
  });

  it('goes over to the other map when it is moved there', async () => {
    const box = await fixture(html`<div><yzt-map id="a"><test-widget></test-widget></yzt-map><yzt-map id="b"></yzt-map></div>`);
    const widget = widgetIn(box);
    box.querySelector('#b')?.append(widget);
    await settled();
    expect(widget.link.mapElement?.id).to.equal('b');
    expect(widget.changes).to.deep.equal([
      ['a', undefined],
      ['b', 'a'],
    ]);
  });

  it('lets go when it is moved out', async () => {
    const box = await fixture(html`<div><yzt-map id="a"><test-widget></test-widget></yzt-map></div>`);
    const widget = widgetIn(box);
    box.append(widget);
    await settled();
    expect(widget.link.mapElement).to.equal(undefined);
    expect(widget.changes[widget.changes.length - 1]).to.deep.equal([undefined, 'a']);
  });
});

describe('an element beside a map', () => {
  it('finds a map whose script comes late', async () => {
    const box = await fixture(html`<div><test-late-3 id="m"></test-late-3><test-widget for="m"></test-widget></div>`);
    expect(widgetIn(box).link.mapElement).to.equal(undefined);
    customElements.define('test-late-3', class extends (customElements.get('yzt-map') as typeof YztMap) {});
    await settled();
    expect(widgetIn(box).link.mapElement).to.equal(box.firstElementChild);
  });

  it('finds a map that is added late', async () => {
    const box = await fixture(html`<div><test-widget for="m"></test-widget></div>`);
    const map = mapOf('m');
    box.append(map);
    await settled();
    expect(widgetIn(box).link.mapElement).to.equal(map);
  });

  it('follows a map replaced under the same id', async () => {
    const box = await fixture(html`<div><yzt-map id="m"></yzt-map><test-widget for="m"></test-widget></div>`);
    const next = mapOf('m');
    box.querySelector('yzt-map')?.replaceWith(next);
    await settled();
    expect(widgetIn(box).link.mapElement).to.equal(next);
  });

  it('lets go of a removed map', async () => {
    const box = await fixture(html`<div><yzt-map id="m"></yzt-map><test-widget for="m"></test-widget></div>`);
    expect(widgetIn(box).link.mapElement).not.to.equal(undefined);
    box.querySelector('yzt-map')?.remove();
    await settled();
    expect(widgetIn(box).link.mapElement).to.equal(undefined);
  });

  it('follows `for` to another map', async () => {
    const box = await fixture(html`
      <div><yzt-map id="a"></yzt-map><yzt-map id="b"></yzt-map><test-widget for="a"></test-widget></div>
    `);
    const widget = widgetIn(box);
    widget.for = 'b';
    await widget.updateComplete;
    expect(widget.link.mapElement?.id).to.equal('b');
  });

  it('takes the id of its own root before the same id outside', async () => {
    const box = await fixture(html`<div><yzt-map id="inner"></yzt-map><test-shell></test-shell></div>`);
    const shell = box.querySelector('test-shell') as Shell;
    await settled();
    const widget = document.createElement('test-widget') as Widget;
    widget.for = 'inner';
    shell.shadowRoot?.append(widget);
    expect(widget.link.mapElement).to.equal(shell.shadowRoot?.querySelector('yzt-map'));
    const panel = await fixture<Panel>(html`<test-panel for="inner"></test-panel>`);
    await settled();
    expect(widgetIn(panel.shadowRoot as ShadowRoot).link.mapElement).to.equal(box.querySelector('yzt-map'));
  });

  it('takes the map given as a property before everything else', async () => {
    const box = await fixture(html`
      <div><yzt-map id="a"><test-widget for="a"></test-widget></yzt-map><yzt-map id="b"></yzt-map></div>
    `);
    const widget = widgetIn(box);
    widget.map = box.querySelector('#b') as YztMap;
    await widget.updateComplete;
    expect(widget.link.mapElement?.id).to.equal('b');
  });

  it('follows the id when it goes over to another map', async () => {
    const box = await fixture(html`<div><yzt-map id="m"></yzt-map><yzt-map></yzt-map><test-widget for="m"></test-widget></div>`);
    const [first, second] = Array.from(box.querySelectorAll('yzt-map'));
    first?.removeAttribute('id');
    second?.setAttribute('id', 'm');
    await settled();
    expect(widgetIn(box).link.mapElement).to.equal(second);
  });
});

describe('an element of a layer', () => {
  it('finds the layer around it, and another by id', async () => {
    const map = await fixture<YztMap>(html`
      <yzt-map>
        <yzt-probe-layer id="one"><test-layer-widget></test-layer-widget></yzt-probe-layer>
        <yzt-probe-layer id="two"></yzt-probe-layer>
      </yzt-map>
    `);
    const widget = map.querySelector('test-layer-widget') as LayerWidget;
    expect(widget.link.layerElement?.id).to.equal('one');
    widget.layer = 'two';
    await widget.updateComplete;
    expect(widget.link.layerElement?.id).to.equal('two');
    widget.layer = map.querySelector('#one') as ProbeLayer;
    await widget.updateComplete;
    expect(widget.link.layerElement?.id).to.equal('one');
  });
});

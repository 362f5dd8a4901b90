import { expect, fixture, html } from '@open-wc/testing';
import { icon, ICON_NAMES } from './icons.js';

describe('icons', () => {
  it('draws every icon as SVG with something in it', async () => {
    const box = await fixture<HTMLDivElement>(html`<div>${ICON_NAMES.map((name) => icon(name))}</div>`);
    const drawn = [...box.querySelectorAll('svg')];
    expect(drawn.length).to.equal(ICON_NAMES.length);
    for (const [i, svg] of drawn.entries()) {
      const parts = [...svg.children] as SVGGraphicsElement[];
      expect(parts.length, ICON_NAMES[i]).to.be.greaterThan(0);
      for (const part of parts) expect(part.namespaceURI).to.equal('http://www.w3.org/2000/svg');
      const { width, height } = svg.getBBox();
      expect(width + height, ICON_NAMES[i]).to.be.greaterThan(4);
    }
  });

  it('takes the colour of the text, the size asked for, and grows with the text size of the page', async () => {
    const box = await fixture<HTMLDivElement>(html`<div>${icon('layers', 20)}</div>`);
    const svg = box.querySelector('svg') as SVGSVGElement;
    box.style.color = 'rgb(1, 2, 3)';
    expect(getComputedStyle(svg).stroke).to.equal('rgb(1, 2, 3)');
    expect(svg.getBoundingClientRect().width).to.equal(20);
    box.style.setProperty('--yzt-text-scale', '2');
    expect(svg.getBoundingClientRect().width).to.equal(40);
  });

  it('is hidden from screen readers and from the keyboard', async () => {
    const box = await fixture<HTMLDivElement>(html`<div>${icon('x')}</div>`);
    const svg = box.querySelector('svg') as SVGSVGElement;
    expect(svg.getAttribute('aria-hidden')).to.equal('true');
    expect(svg.getAttribute('focusable')).to.equal('false');
  });
});

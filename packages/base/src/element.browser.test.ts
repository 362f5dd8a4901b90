import { expect, fixture, html } from '@open-wc/testing';
import { property } from 'lit/decorators.js';
import { define } from './define.js';
import { YztElement } from './element.js';
import { YztError } from './errors.js';

class Probe extends YztElement {
  @property({ type: Number }) size = 1;
  override render() {
    return html`<b>${this.say({ zh: '大小', en: 'Size' })} ${this.size}</b>`;
  }
  break(): void {
    this.fail(new YztError('not-found', { zh: '没有', en: 'none' }));
  }
  mend(): void {
    this.clearError();
  }
}
define('yzt-probe', Probe);

const words = (probe: Probe) => probe.shadowRoot?.textContent?.trim();

describe('YztElement', () => {
  it('renders again when a property changes', async () => {
    const probe = await fixture<Probe>(html`<yzt-probe size="2"></yzt-probe>`);
    expect(words(probe)).to.equal('大小 2');
    probe.size = 3;
    await probe.updateComplete;
    expect(words(probe)).to.equal('大小 3');
  });

  it('speaks the language of the nearest lang, also after it changes', async () => {
    const box = await fixture(html`<div lang="en"><yzt-probe></yzt-probe></div>`);
    const probe = box.querySelector('yzt-probe') as Probe;
    expect(words(probe)).to.equal('Size 1');
    box.setAttribute('lang', 'zh-CN');
    await new Promise((resolve) => setTimeout(resolve));
    await probe.updateComplete;
    expect(words(probe)).to.equal('大小 1');
  });

  it('reflects an error, tells the page, and leaves the state again', async () => {
    const probe = await fixture<Probe>(html`<yzt-probe></yzt-probe>`);
    const seen: string[] = [];
    probe.addEventListener('yzt-error', (event) => {
      event.preventDefault();
      seen.push(event.detail.code);
    });
    probe.break();
    expect(seen).to.deep.equal(['not-found']);
    expect(probe.hasAttribute('error')).to.equal(true);
    probe.mend();
    expect(probe.hasAttribute('error')).to.equal(false);
    expect(probe.error).to.equal(undefined);
  });

  it('makes the tokens known to the page', async () => {
    const probe = await fixture<Probe>(html`<yzt-probe></yzt-probe>`);
    expect(getComputedStyle(probe).getPropertyValue('--yzt-color-accent').trim()).to.equal('#1f5fd0');
  });
});

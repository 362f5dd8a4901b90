import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { part, parts, settled, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztAppearance } from './index.js';

const root = document.documentElement;

describe('yzt-appearance', () => {
  afterEach(() => {
    for (const name of ['data-yzt-theme', 'data-yzt-text']) root.removeAttribute(name);
    root.lang = 'zh-CN';
    localStorage.clear();
  });

  const make = () => fixture<YztAppearance>(html`<yzt-appearance></yzt-appearance>`);
  const button = (element: YztAppearance, label: string) => part(element, `button[aria-label$="${label}"]`);

  it('sets theme, language and text size of the page, and tells it', async () => {
    const element = await make();
    const select = part<HTMLSelectElement>(element, 'select');
    select.value = 'dark';
    setTimeout(() => select.dispatchEvent(new Event('change')));
    const { detail } = await oneEvent(element, 'yzt-appearance-change');
    expect(detail).to.deep.equal({ theme: 'dark', language: 'zh-CN', textSize: 100 });
    expect(root.dataset['yztTheme']).to.equal('dark');
    button(element, 'EN (English)').click();
    button(element, '150%').click();
    await settled();
    expect(root.lang).to.equal('en');
    expect(root.dataset['yztText']).to.equal('150');
    expect(words(element)).to.include('High contrast');
    expect(button(element, '150%').getAttribute('aria-pressed')).to.equal('true');
  });

  it('remembers, for this page and the next', async () => {
    const element = await make();
    element.choose({ theme: 'contrast', textSize: 200 });
    root.removeAttribute('data-yzt-theme');
    element.remove();
    await make();
    expect(root.dataset['yztTheme']).to.equal('contrast');
    expect(root.dataset['yztText']).to.equal('200');
  });

  it('goes by the address where the page says so, before what was remembered and until the reader chooses', async () => {
    const { href } = location;
    try {
      localStorage.setItem('yzt-appearance', '{"theme":"contrast","textSize":150}');
      history.replaceState(null, '', '?theme=dark&lang=en');
      const silent = await make();
      expect([root.dataset['yztTheme'], root.lang]).to.deep.equal(['contrast', 'zh-CN']);
      silent.remove();
      const first = await fixture<YztAppearance>(html`<yzt-appearance from-address></yzt-appearance>`);
      expect([root.dataset['yztTheme'], root.lang, root.dataset['yztText']]).to.deep.equal(['dark', 'en', '150']);
      expect(localStorage.getItem('yzt-appearance')).to.contain('contrast');
      first.choose({ theme: 'light' });
      first.remove();
      await fixture(html`<yzt-appearance from-address></yzt-appearance>`);
      expect([root.dataset['yztTheme'], root.lang]).to.deep.equal(['light', 'en']);
    } finally {
      history.replaceState(null, '', href);
    }
  });

  it('works where the browser remembers nothing', async () => {
    const { getItem, setItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    Storage.prototype.getItem = refuse;
    Storage.prototype.setItem = refuse;
    try {
      const element = await make();
      element.choose({ theme: 'dark' });
      expect(root.dataset['yztTheme']).to.equal('dark');
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  it('is accessible in every theme', async () => {
    const element = await make();
    for (const theme of ['light', 'dark', 'screen', 'contrast'] as const) {
      element.choose({ theme });
      // Colours fade over; half-way they have no contrast.
      element.style.cssText = 'background: var(--yzt-color-surface); --yzt-duration: 0ms';
      await settled(200);
      await expect(element).to.be.accessible();
    }
  });

  it('leaves out what the page does not offer', async () => {
    const element = await fixture<YztAppearance>(
      html`<yzt-appearance themes="light dark" no-language no-text-size></yzt-appearance>`,
    );
    expect(parts(element, 'option')).to.have.length(2);
    expect(parts(element, 'button')).to.have.length(0);
  });
});

import { expect } from '@open-wc/testing';
import './all-elements.js';
import { violationsIn } from './axe.js';
import { OPENED, type Loose } from './events.js';
import { publicElements } from './manifest.js';
import { make, settled, stage } from './stage.js';

const THEMES = ['light', 'dark', 'screen', 'contrast'];
for (const { tagName: tag } of await publicElements()) {
  describe(`<${tag}> for everybody`, () => {
    for (const theme of THEMES) {
      it(`has no axe violation in theme ${theme}`, async () => {
        const scene = await stage();
        scene.box.dataset['yztTheme'] = theme;
        scene.box.style.background = 'var(--yzt-color-surface)';
        const element = tag === 'yzt-map' || tag === 'yzt-dataset' ? (scene.box.querySelector(tag) as HTMLElement) : make(tag);
        if (!element.isConnected) scene.place(element);
        await settled(element);
        await OPENED[tag]?.(element as Loose, scene);
        await settled(element);
        const violations = await violationsIn(scene.box);
        scene.remove();
        expect(violations).to.deep.equal([]);
      });
    }

    it('says nothing in Chinese when the page is English', async () => {
      const scene = await stage();
      scene.dataset.data = { type: 'FeatureCollection', features: [] } as never;
      scene.dataset.source = 'Sample data';
      scene.box.lang = 'en';
      const element = document.createElement(tag);
      scene.place(element);
      if (tag !== 'yzt-map' && tag !== 'yzt-dataset') element.setAttribute(/chart|histogram|indicator|filter|list$/.test(tag) ? 'dataset' : 'for', /chart|histogram|indicator|filter|list$/.test(tag) ? 'venues' : 'map');
      await settled(element);
      const labels = [...(element.shadowRoot?.querySelectorAll('[aria-label],[title],[placeholder]') ?? [])].flatMap((node) => ['aria-label', 'title', 'placeholder'].map((name) => node.getAttribute(name) ?? ''));
      const said = [element.shadowRoot?.textContent ?? '', ...labels].join(' ');
      scene.remove();
      // The language switch names each language in itself.
      expect(said.replace(/中文?|简体/g, '').match(/[\u4e00-\u9fff]+/g) ?? []).to.deep.equal([]);
    });
  });
}

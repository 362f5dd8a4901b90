import { expect } from '@open-wc/testing';
import './all-elements.js';
import { ATTRIBUTES } from '../shared/attributes.mjs';
import { publicElements, wantedTags } from './manifest.js';
import { make, settled, stage } from './stage.js';
import { Watch } from './watch.js';

const elements = await publicElements();
const wanted = await wantedTags();
const partners = new Set(['yzt-map', 'yzt-dataset']);

describe('life of every element', () => {
  it('there are elements', () => expect(elements.length).to.be.greaterThan(wanted.length === 0 ? 20 : 0));

  for (const { tagName: tag, members } of elements) {
    describe(`<${tag}>`, () => {
      let watch: Watch;
      beforeEach(() => (watch = new Watch(tag)));
      afterEach(() => watch.stop());

      it('is registered with a class of its own', () => {
        expect(customElements.get(tag)).to.be.a('function');
        expect(document.createElement(tag)).to.be.instanceOf(customElements.get(tag) as CustomElementConstructor);
      });

      it('has something to show in every suite that shows all elements', () => {
        const takesData = !partners.has(tag) && members.some(({ name }) => name === 'dataset');
        const entry = (ATTRIBUTES as Readonly<Record<string, string>>)[tag];
        expect(!takesData || entry !== undefined, `<${tag}> takes data: add its attributes (dataset="venues" and what it needs) to tests/shared/attributes.mjs`).to.equal(true);
      });

      it('stands alone on a page without failing', async () => {
        const element = document.createElement(tag);
        document.body.append(element);
        await settled(element);
        element.remove();
        await settled(element);
        expect(watch.faults).to.deep.equal([]);
      });

      if (!partners.has(tag)) {
        it('works when it comes after its map and dataset', async () => {
          const scene = await stage();
          const element = make(tag);
          scene.place(element);
          await settled(element);
          expect(element.hasAttribute('unlinked')).to.equal(false);
          scene.remove();
          expect(watch.faults).to.deep.equal([]);
        });

        it('works when it comes before its map and dataset', async () => {
          const early = make(tag);
          document.body.append(early);
          await settled(early);
          const scene = await stage();
          scene.place(early);
          await settled(early);
          scene.remove();
          early.remove();
          expect(watch.faults).to.deep.equal([]);
        });
      }

      it('shows the same again after it was taken out and put back', async () => {
        const scene = await stage();
        const element = make(tag);
        scene.place(element);
        await settled(element);
        const text = element.shadowRoot?.textContent?.replace(/\s+/g, ' ');
        element.remove();
        await settled(element);
        scene.place(element);
        await settled(element);
        expect(element.shadowRoot?.textContent?.replace(/\s+/g, ' ')).to.equal(text);
        scene.remove();
        expect(watch.faults).to.deep.equal([]);
      });
    });
  }
});

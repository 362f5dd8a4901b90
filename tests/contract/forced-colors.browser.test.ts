import { expect } from '@open-wc/testing';
import './all-elements.js';
import { violationsIn } from './axe.js';
import { OPENED, type Loose } from './events.js';
import { faintTexts, forceColors, invisibleFocus } from './forced-colors.js';
import { publicElements } from './manifest.js';
import { make, parse, settled, stage, type Stage } from './stage.js';

/** An element as a reader meets it. Partners stand on the stage already. */
async function shown(tag: string): Promise<{ scene: Stage; element: HTMLElement }> {
  const scene = await stage();
  const isPartner = tag === 'yzt-map' || tag === 'yzt-dataset';
  const element = isPartner ? (scene.box.querySelector(tag) as HTMLElement) : make(tag);
  if (!isPartner) scene.place(element);
  await settled(element);
  await OPENED[tag]?.(element as Loose, scene);
  await settled(element);
  return { scene, element };
}

const elements = await publicElements();

describe('forced colours', () => {
  before(() => forceColors(true));
  after(() => forceColors(false));

  for (const { tagName: tag } of elements) {
    describe(`<${tag}> in forced colours`, () => {
      it('has words that stand out, and no axe violation', async () => {
        const { scene, element } = await shown(tag);
        const faults = [...faintTexts(element), ...(await violationsIn(scene.box))];
        scene.remove();
        expect(faults).to.deep.equal([]);
      });

      it('shows where the keyboard is', async () => {
        const { scene, element } = await shown(tag);
        const faults = await invisibleFocus(element);
        scene.remove();
        expect(faults).to.deep.equal([]);
      });
    });
  }

  describe('the checks themselves', () => {
    const check = async (html: string, css: string): Promise<{ faint: string[]; lost: string[] }> => {
      const box = parse(`<div>${html}</div>`);
      const sheet = document.createElement('style');
      sheet.textContent = css;
      box.append(sheet);
      document.body.append(box);
      await settled(box);
      const found = { faint: faintTexts(box), lost: await invisibleFocus(box) };
      box.remove();
      return found;
    };

    it('find words that keep a colour of their own', async () => {
      expect((await check('<p class="a">字</p>', '.a{forced-color-adjust:none;color:#eee;background:#fff}')).faint).to.have.length(1);
      expect((await check('<p class="a">字</p>', '.a{color:#eee;background:#fff}')).faint).to.deep.equal([]);
    });

    it('find a focus that is only a shadow', async () => {
      expect((await check('<button class="a">字</button>', '.a:focus{outline:none;box-shadow:0 0 0 3px red}')).lost).to.have.length(1);
      expect((await check('<button class="a">字</button>', '.a:focus{outline:2px solid transparent;box-shadow:0 0 0 3px red}')).lost).to.deep.equal([]);
    });
  });
});

/** Whether each element that takes a dataset works with one whose rows stay with a server, as docs/guide/scale.md says it does. */
import { expect } from '@open-wc/testing';
import './all-elements.js';
import { publicElements } from './manifest.js';
import { served } from './served.js';
import { make, settled, stage, textOf, until } from './stage.js';

/** The part of the guide that lists the elements which need the rows in the page, each with its reason. */
const [, LISTED = ''] = /## 需要行的元素[^\n]*\n([^]*?)\n## /.exec(await (await fetch('/docs/guide/scale.md')).text()) ?? [];
const needed = new Set(Array.from(LISTED.matchAll(/`(yzt-[a-z-]+)`/g), ([, tag]) => tag as string));

const elements = (await publicElements()).filter(({ members }) => members.some(({ attribute }) => attribute === 'dataset'));

interface Scene {
  readonly element: Element;
  /** How many views follow the dataset. */
  readonly followers: number;
}

async function shown(tag: string): Promise<Scene & { remove(): void }> {
  const scene = await stage();
  await until(() => scene.dataset.dataset.rowCount > 0, 'the rows of the stage');
  const there = await served(scene.dataset.dataset);
  let followers = 0;
  const subscribe = there.subscribe.bind(there);
  there.subscribe = (...args) => {
    followers++;
    return subscribe(...args);
  };
  const element = Object.assign(make(tag), { dataset: there });
  scene.place(element);
  for (let turn = 0; turn < 3; turn++) {
    await settled(element);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return { element, followers, remove: () => scene.remove() };
}

/** An element that does not follow a dataset, or says that something is wrong, does not work with it. */
const works = ({ element, followers }: Scene): boolean => followers > 0 && !element.hasAttribute('error') && !textOf(element).includes('需要逐行数据');

describe('rows that stay with a server', () => {
  it('the guide names no element that there is not', () => {
    expect(needed.size).to.be.greaterThan(0);
  });

  for (const { tagName: tag } of elements) {
    it(`<${tag}> ${needed.has(tag) ? 'needs rows, as the guide says' : 'works'}`, async () => {
      const scene = await shown(tag);
      expect(works(scene), `${scene.followers} followers; ${textOf(scene.element).slice(0, 200)}`).to.equal(!needed.has(tag));
      scene.remove();
    });
  }
});

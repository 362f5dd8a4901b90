import { expect } from '@open-wc/testing';
import type { YztMap } from '@yizhangtu/map/map';
import './all-elements.js';
import { LAYER_PROBES, MAP_PROBES, type Probe } from './follows.js';
import { publicElements } from './manifest.js';
import { make, settled, stage, until } from './stage.js';

type Loose = HTMLElement & Record<string, unknown>;

async function follow(element: Loose, map: YztMap, name: string, probe: Probe): Promise<void> {
  const initial = element[name];
  const untouched = JSON.stringify(probe.read(element, map));
  element[name] = probe.value;
  await settled(element);
  // What only some maps need is loaded when the first one does.
  await until(() => probe.read(element, map) === probe.expected, name).catch(() => undefined);
  expect(probe.read(element, map), `${name} set`).to.equal(probe.expected);
  element[name] = initial;
  await settled(element);
  await until(() => JSON.stringify(probe.read(element, map)) === untouched, name).catch(() => undefined);
  expect(JSON.stringify(probe.read(element, map)), `${name} unset`).to.equal(untouched);
}

/** `yzt-ol-layer` has no layer until a native one is given; its own tests cover it. */
const layers = (await publicElements()).filter(
  (each) => each.path.startsWith('packages/map/') && /-layer$|-group$/.test(each.tagName) && each.tagName !== 'yzt-ol-layer',
);

for (const { tagName: tag } of layers) {
  describe(`the map follows <${tag}>`, () => {
    for (const [name, probe] of Object.entries(LAYER_PROBES)) {
      it(`${name} set and unset`, async () => {
        const scene = await stage();
        const element = make(tag) as Loose;
        scene.place(element);
        await settled(element);
        await follow(element, scene.map, name, probe);
        scene.remove();
      });
    }
  });
}

describe('the map follows <yzt-map>', () => {
  for (const [name, probe] of Object.entries(MAP_PROBES)) {
    it(`${name} set and unset`, async () => {
      const scene = await stage();
      await follow(scene.map as unknown as Loose, scene.map, name, probe);
      scene.remove();
    });
  }
});

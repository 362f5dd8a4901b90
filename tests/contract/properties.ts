import { expect } from '@open-wc/testing';
import './all-elements.js';
import { publicElements, settable, type ManifestMember } from './manifest.js';
import { samples } from './samples.js';
import { frame, make, settled, stage } from './stage.js';
import { Watch } from './watch.js';

type Loose = HTMLElement & Record<string, unknown>;

/** Nothing but what a reader sees: text and attributes, without Lit's markers and generated ids. */
function shown(element: HTMLElement): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** What is shown when it has come to rest: some elements measure themselves first. */
async function atRest(element: HTMLElement): Promise<string> {
  for (let text = shown(element), left = 20; ; text = shown(element), left--) {
    await frame();
    if (shown(element) === text || left === 0) return text;
  }
}

/** Setting these changes partners or asks a server; their effect has tests of its own. */
const SKIP_SHOWN = new Set(['src', 'data', 'url']);

/**
 * Each property of some elements. Most of the time goes into waiting for frames: files of some elements each run side by side.
 * @param isHere Whether a file tests an element, by its package and tag.
 */
export async function testProperties(isHere: (packageName: string, tag: string) => boolean): Promise<void> {
  for (const element of await publicElements()) {
    if (!isHere(element.path.split('/')[1] ?? '', element.tagName)) continue;
    describe(`properties of <${element.tagName}>`, () => {
      for (const member of settable(element)) {
        it(`${member.name} can be set, changed and unset`, () => exercise(element.tagName, member, new Set(element.events.map((event) => event.name))));
      }
    });
  }
}

async function exercise(tag: string, member: ManifestMember, documented: ReadonlySet<string>): Promise<void> {
  const values = samples(tag, member);
  expect(values, `no sample value for ${tag}.${member.name} (${member.type?.text}): add one to tests/contract/samples.ts`).not.to.have.length(0);
  const scene = await stage();
  const node = make(tag) as Loose;
  scene.place(node);
  await settled(node);
  const before = node[member.name];
  const text = await atRest(node);
  const watch = new Watch(tag);
  node.addEventListener('yzt-error', (event) => event.preventDefault());
  for (const value of values) {
    node[member.name] = value;
    await settled(node);
    if (typeof value === 'boolean') void expect(node[member.name]).to.equal(value);
  }
  node[member.name] = before;
  await settled(node);
  watch.stop();
  if (!SKIP_SHOWN.has(member.name)) void expect(shown(node), 'text after unsetting').to.equal(text);
  scene.remove();
  void expect(watch.faults).to.deep.equal([]);
  const undocumented = [...watch.events].filter((name) => name.startsWith('yzt-') && !documented.has(name) && !name.startsWith('yzt-link'));
  void expect(undocumented, 'events that the docs do not name').to.deep.equal([]);
}

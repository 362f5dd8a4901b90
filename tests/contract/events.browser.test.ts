import { expect } from '@open-wc/testing';
import './all-elements.js';
import { INHERITED, RECIPES, type Loose, type Recipe } from './events.js';
import { inheritedEvents, publicElements, wantedTags, type ManifestElement, type ManifestEvent } from './manifest.js';
import { make, settled, stage, until, type Stage } from './stage.js';
import { Watch } from './watch.js';

const elements = await publicElements();
const wanted = await wantedTags();
const inherited = await inheritedEvents();
const keyOf = (tag: string, event: string): string => `${tag} ${event}`;

/** An event an element did not describe itself. */
function onlyInherited(event: ManifestEvent): boolean {
  return inherited.some((one) => one.name === event.name && one.description === event.description);
}

function recipeOf({ tagName }: ManifestElement, event: ManifestEvent): Recipe {
  const recipe = RECIPES[keyOf(tagName, event.name)] ?? (onlyInherited(event) ? INHERITED : undefined);
  if (recipe) return recipe;
  throw new Error(
    `<${tagName}> documents @fires ${event.name}, but nothing here makes it fire: add '${keyOf(tagName, event.name)}' to RECIPES in tests/contract/events.ts, with what a page, a user or the world does to cause it`,
  );
}

async function subjectOf(recipe: Recipe, tag: string, scene: Stage): Promise<HTMLElement> {
  const given = recipe.subject?.(scene);
  if (given) return given;
  const element = make(tag);
  scene.place(element);
  return element;
}

/** What the words of the documentation promise about the event object. */
function promises(event: ManifestEvent, fired: Event): void {
  const words = event.description ?? '';
  expect(fired.bubbles, `${event.name} bubbles`).to.equal(!/does not bubble/i.test(words));
  if (!event.name.startsWith('yzt-')) return;
  expect(fired, event.name).to.be.instanceOf(CustomEvent);
  expect(fired.composed, `${event.name} leaves shadow roots as far as it bubbles`).to.equal(fired.bubbles);
  // Every failure may be taken over by the page (docs/decisions/0004-errors.md), whether its words repeat that or not.
  const cancelable = event.name === 'yzt-error' || /(?<!not )cancelable/i.test(words);
  expect(fired.cancelable, `${event.name} is cancelable as documented`).to.equal(cancelable);
}

async function fires(element: ManifestElement, event: ManifestEvent): Promise<void> {
  const recipe = recipeOf(element, event);
  const scene = await stage();
  const subject = await subjectOf(recipe, element.tagName, scene);
  if (subject.isConnected) await settled(subject);
  const watch = new Watch(element.tagName);
  const fired: Event[] = [];
  subject.addEventListener(event.name, (one) => {
    if (event.name === 'yzt-error') one.preventDefault();
    fired.push(one);
  });
  if (subject.isConnected) await settled(subject);
  expect(fired, `${event.name} before anybody did anything`).to.have.length(0);
  await recipe.act(subject as Loose, scene);
  await until(() => fired.length > 0, `<${element.tagName}> fires ${event.name}`);
  watch.stop();
  scene.remove();
  promises(event, fired[0] as Event);
  expect(watch.faults).to.deep.equal([]);
}

/** Recipes may change what belongs to the whole page. */
function restorePage(): void {
  localStorage.clear();
  delete document.documentElement.dataset['yztTheme'];
}

for (const element of elements) {
  describe(`events of <${element.tagName}>`, () => {
    afterEach(restorePage);
    for (const event of element.events) it(`${event.name} fires, as documented`, () => fires(element, event));
  });
}

describe('the table of recipes', () => {
  if (wanted.length > 0) return;
  it('has no entry for an event that nobody documents', () => {
    const known = new Set(elements.flatMap(({ tagName, events }) => events.map(({ name }) => keyOf(tagName, name))));
    expect(Object.keys(RECIPES).filter((key) => !known.has(key))).to.deep.equal([]);
  });
});

// Gates on the manifest: what exists is documented, what is documented exists. Pure functions over texts, so that they can be tested.

const all = (pattern, text) => new Set([...text.matchAll(pattern)].map((match) => match[1]));
const words = (set) => new Set([...set].flatMap((value) => value.split(/\s+/)).filter(Boolean));

/** Event names a source emits: `emit('yzt-…')` and native events dispatched by hand. */
export function emittedIn(source) {
  const names = all(/\.emit\(\s*'([^']+)'/g, source);
  for (const name of all(/dispatchEvent\(new (?:Custom)?Event\('([^']+)'/g, source)) names.add(name);
  return names;
}

/** Names of parts that a template sets. Names computed in `${…}` are left to the reader. */
export function partsIn(source) {
  return new Set([...words(all(/\bpart="([^"$]+)"/g, source))]);
}

export function slotsIn(source) {
  const named = all(/<slot\s+name="([^"]+)"/g, source);
  if (/<slot(?:\s*>|\s+@)/.test(source)) named.add('');
  return named;
}

/** Custom properties a style reads as hooks: `var(--yzt-x…)` that is no token. */
export function hooksIn(source, tokens) {
  return new Set([...all(/var\(\s*(--yzt-[a-z0-9-]+)/g, source)].filter((name) => !tokens.has(name)));
}

const names = (list = []) => new Set(list.map((entry) => entry.name));
const missing = (from, has) => [...from].filter((name) => !has.has(name));

function undocumented(declaration) {
  const kinds = { property: declaration.members, event: declaration.events, slot: declaration.slots, part: declaration.cssParts, 'custom property': declaration.cssProperties };
  return Object.entries(kinds).flatMap(([kind, list = []]) =>
    list.filter((entry) => !entry.description?.trim()).map((entry) => `${kind} "${entry.name}" has no description: write a docstring`),
  );
}

/**
 * Everything wrong with one element.
 * @param own Text of the sources in the element's folder.
 * @param reach Text of all sources its class may stand on: its package and those below.
 */
export function faultsOf({ declaration }, { own, reach, tokens }) {
  const events = names(declaration.events);
  const parts = names(declaration.cssParts);
  const slots = names(declaration.slots);
  const hooks = names(declaration.cssProperties);
  return [
    ...(declaration.description?.trim() ? [] : ['the class has no description']),
    ...undocumented(declaration),
    ...missing(emittedIn(own), events).map((name) => `event "${name}" is emitted but not in @fires`),
    ...missing(events, emittedIn(reach)).map((name) => `event "${name}" is in @fires but never emitted`),
    ...missing(partsIn(own), parts).map((name) => `part "${name}" is in the template but not in @csspart`),
    ...missing(parts, partsIn(reach)).map((name) => `part "${name}" is in @csspart but in no template`),
    ...missing(slotsIn(own), slots).map((name) => `slot "${name}" is in the template but not in @slot`),
    ...missing(slots, slotsIn(reach)).map((name) => `slot "${name}" is in @slot but in no template`),
    ...missing(hooksIn(own, tokens), hooks).map((name) => `${name} is read by the styles but not in @cssproperty`),
    ...missing(hooks, new Set([...reach.matchAll(/--yzt-[a-z0-9-]+/g)].map((match) => match[0]))).map((name) => `${name} is in @cssproperty but nothing reads it`),
  ];
}

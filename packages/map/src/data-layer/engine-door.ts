import type { RenderKind } from '../renderer/types.js';
import type * as engine from './shape-engine.js';

/** What a data layer needs to draw; type only here, so that the start page does not carry it. */
export type Engine = typeof engine;

// Points and shapes are drawn by different code, and most pages need only one of them at first. One file each: every file more is one more to wait for.
// What may be anything – a feature service – takes both.
const ENGINES = {
  point: (): Promise<Engine> => import('./point-engine.js'),
  shape: (): Promise<Engine> => import('./shape-engine.js'),
  mixed: (): Promise<Engine> => import('./mixed-engine.js'),
};

/** What a layer draws: one kind of geometry, or whatever its rows have. */
export type DrawnKind = RenderKind | 'mixed';

type Name = keyof typeof ENGINES;

const here = new Map<Name, Engine>();
const coming = new Map<Name, Promise<Engine>>();

function nameOf(kind: DrawnKind): Name {
  return kind === 'line' || kind === 'polygon' ? 'shape' : kind;
}

async function load(name: Name): Promise<Engine> {
  const engine = await ENGINES[name]();
  here.set(name, engine);
  return engine;
}

/** The drawing code of a kind of layer if it is there already. */
export function engineNow(kind: DrawnKind): Engine | undefined {
  return here.get(nameOf(kind));
}

/** The drawing code of a kind of layer as soon as it is there. */
export function whenEngine(kind: DrawnKind): Promise<Engine> {
  const name = nameOf(kind);
  const engine = coming.get(name) ?? load(name);
  coming.set(name, engine);
  return engine;
}

import type { Renderer, RenderKind } from '../renderer/types.js';
import type * as engine from './engine.js';

/** What a data layer needs to draw; type only here, so that the start page does not carry it. */
export type Engine = typeof engine & {
  /** What draws the rows of a layer. */
  newRenderer(kind: RenderKind): Renderer;
};

// Points and shapes are drawn by different code, and most pages need only one of them at first.
const RENDERERS = {
  point: () => import('../renderer/point-renderer.js'),
  shape: () => import('../renderer/shape-renderer.js'),
};

type Name = keyof typeof RENDERERS;

const here = new Map<Name, Engine>();
const coming = new Map<Name, Promise<Engine>>();

// Asked for at once: the module is needed by every page that has a data layer, only not before its data.
const common = import('./engine.js');

function nameOf(kind: RenderKind): Name {
  return kind === 'point' ? 'point' : 'shape';
}

async function load(name: Name): Promise<Engine> {
  const [parts, { newRenderer }] = await Promise.all([common, RENDERERS[name]()]);
  const engine = { ...parts, newRenderer };
  here.set(name, engine);
  return engine;
}

/** The drawing code of a kind of layer if it is there already. */
export function engineNow(kind: RenderKind): Engine | undefined {
  return here.get(nameOf(kind));
}

/** The drawing code of a kind of layer as soon as it is there. */
export function whenEngine(kind: RenderKind): Promise<Engine> {
  const name = nameOf(kind);
  const engine = coming.get(name) ?? load(name);
  coming.set(name, engine);
  return engine;
}

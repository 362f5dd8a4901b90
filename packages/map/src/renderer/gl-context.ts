/**
 * The one WebGL context of a page. All maps and layers draw into it and copy the picture to their own canvas, so there is never more than one a
 * map, and it is given back when the last layer that uses it goes.
 */

/** Why nothing can be drawn by WebGL. */
export type GlTrouble = 'missing' | 'software' | 'lost';

/** Somebody who draws with WebGL. */
export interface GlUser {
  /** The context is gone, and with it everything that was in it. */
  lost(): void;
}

/** Renderer strings of WebGL by the processor: slower than pixels by script. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|mesa offscreen|swrast/i;

let gl: WebGL2RenderingContext | undefined;
/** Nothing is tried again while this is set. */
let trouble: Exclude<GlTrouble, 'software'> | undefined;
let real: boolean | undefined;
const users = new Set<GlUser>();

function nameOf(context: WebGL2RenderingContext): string {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  return typeof name === 'string' ? name : '';
}

/** Whether a renderer string names a graphics card. */
export function isRealGpu(name: string): boolean {
  return name.trim() !== '' && !SOFTWARE.test(name);
}

function onLost(): void {
  gl = undefined;
  trouble = 'lost';
  for (const user of [...users]) user.lost();
}

function make(): WebGL2RenderingContext | undefined {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false, premultipliedAlpha: true, powerPreference: 'high-performance' });
  if (!context || context.isContextLost()) return undefined;
  canvas.addEventListener('webglcontextlost', onLost);
  real = isRealGpu(nameOf(context));
  return context;
}

function release(): void {
  const context = gl;
  gl = undefined;
  if (!context) return;
  context.canvas.removeEventListener('webglcontextlost', onLost);
  context.getExtension('WEBGL_lose_context')?.loseContext();
}

/**
 * The context, made when it is first asked for.
 * @param onlyReal No software renderer will do.
 */
export function useGl(user: GlUser, onlyReal: boolean): WebGL2RenderingContext | GlTrouble {
  if (onlyReal && real === false) return 'software';
  if (gl?.isContextLost()) onLost();
  if (trouble) return trouble;
  gl ??= make();
  if (!gl) return (trouble = 'missing');
  if (onlyReal && !real) {
    if (users.size === 0) release();
    return 'software';
  }
  users.add(user);
  return gl;
}

/** Ends one use; the last one gives the context back. A lost context may be tried again by whoever comes next. */
export function endGl(user: GlUser): void {
  if (!users.delete(user) || users.size > 0) return;
  release();
  if (trouble === 'lost') trouble = undefined;
}

/** Number of contexts there are: 0 or 1. For tests. */
export function glContexts(): number {
  return gl ? 1 : 0;
}

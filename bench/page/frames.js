// Frames while somebody moves the map, and how many of them have a picture that was drawn anew. A moved, stretched or faded old
// picture is no redraw: counted are paths, symbols, new pixels and WebGL draws on the page's canvases, not copies of a whole canvas.

/** A picture at least this wide is a map, not a symbol. */
const MAP_WIDTH = 300;

const seen = new WeakSet();

/** Is a `drawImage` the drawing of a symbol, or of a bitmap that was made just now? */
function isNew(source) {
  if (typeof ImageBitmap !== 'undefined' && source instanceof ImageBitmap) {
    const fresh = !seen.has(source);
    seen.add(source);
    return fresh;
  }
  return source.width < MAP_WIDTH;
}

const onMap = (context) => context.canvas.width >= MAP_WIDTH;

/** What counts as drawing, by prototype and method. */
const DRAWS = [
  [CanvasRenderingContext2D, 'fill', onMap],
  [CanvasRenderingContext2D, 'stroke', onMap],
  [CanvasRenderingContext2D, 'putImageData', (_context, image) => image.width >= MAP_WIDTH],
  [CanvasRenderingContext2D, 'drawImage', (context, source) => onMap(context) && isNew(source)],
  [ImageBitmapRenderingContext, 'transferFromImageBitmap', () => true],
  ...[WebGLRenderingContext, WebGL2RenderingContext].flatMap((type) => [[type, 'drawElements', onMap], [type, 'drawArrays', onMap]]),
  ...['drawElementsInstanced', 'drawArraysInstanced'].map((name) => [WebGL2RenderingContext, name, onMap]),
];

/** Calls `drawn` at the first drawing after each `arm()`; between, the browser's own functions are in place and cost nothing. */
class DrawWatch {
  #originals = DRAWS.map(([type, name]) => type.prototype[name]);
  #drawn;

  constructor(drawn) {
    this.#drawn = drawn;
  }

  arm() {
    for (const [i, [type, name, counts]] of DRAWS.entries()) {
      const original = this.#originals[i];
      const watch = this;
      type.prototype[name] = function (...args) {
        if (counts(this, ...args)) {
          watch.disarm();
          watch.#drawn();
        }
        return original.apply(this, args);
      };
    }
  }

  disarm() {
    for (const [i, [type, name]] of DRAWS.entries()) type.prototype[name] = this.#originals[i];
  }
}

/** Records from construction to `end()`. */
export class FrameRecord {
  #times = [];
  #redraws = 0;
  #lastInput = performance.now();
  #watch = new DrawWatch(() => this.#redraws++);
  #frame = 0;
  #note = () => (this.#lastInput = performance.now());

  constructor() {
    for (const type of ['pointermove', 'pointerup', 'wheel']) window.addEventListener(type, this.#note, { capture: true, passive: true });
    const tick = (time) => {
      this.#times.push(time);
      this.#watch.arm();
      this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  end() {
    cancelAnimationFrame(this.#frame);
    this.#watch.disarm();
    for (const type of ['pointermove', 'pointerup', 'wheel']) window.removeEventListener(type, this.#note, { capture: true });
    const gaps = this.#times.slice(1).map((time, i) => time - this.#times[i]).sort((a, b) => a - b);
    const seconds = (this.#times[this.#times.length - 1] - this.#times[0]) / 1000;
    const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))];
    return { p50: at(0.5), p95: at(0.95), longest: at(1), fps: gaps.length / seconds, redraws: this.#redraws / seconds, lastInput: this.#lastInput };
  }
}

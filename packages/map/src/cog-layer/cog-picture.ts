/** The picture of a raster: made when the map is at rest, as its blocks come; while the map moves, what was made moves along. A chunk of its own. */
import { YztError } from '@yizhangtu/base/errors';
import type { Steps } from '@yizhangtu/data/steps';
import type { Symbology } from '@yizhangtu/data/symbology';
import { degreesFrom } from '../map/own-projections.js';
import type { DrawTarget } from '../renderer/types.js';
import type { View } from '../renderer/view.js';
import { inSlices } from '../shared/in-slices.js';
import { Memo } from '../surface/memo.js';
import type { BlockId } from './block-store.js';
import { frameOf, holds, meshOf, type Frame, type Mesh } from './frame.js';
import { hillshade, type Sun } from './hillshade.js';
import { mosaicOf } from './mosaic.js';
import { painted } from './paint.js';
import { metresAt } from './place.js';
import { planOf, type Plan } from './plan.js';
import type { Drawn } from './raster.js';
import { rasterModel, scaleOf, type ColorWish, type Scale, type ScaleWords } from './scale.js';

export { drawnOf, openRaster } from './raster.js';
export { identified, numberAt, numbersAt } from './identify.js';
export { breaksSpec } from '../surface/classes.js';
export { surfaceTheme } from '../surface/surface-theme.js';

/** How a raster looks. */
export interface RasterLook {
  readonly drawn: Drawn;
  readonly color: ColorWish;
  readonly sun: Sun | undefined;
  readonly smooth: boolean;
  readonly dark: boolean;
  readonly words: ScaleWords;
}

/** Who is told. */
export interface PictureHost {
  repaint(): void;
  /** Reading began or ended, or what is wrong is another. */
  state(): void;
  failed(reason: unknown): void;
}

interface Made {
  readonly frame: Frame;
  readonly canvas: HTMLCanvasElement;
}

interface Job {
  readonly look: string;
  readonly drawn: Drawn;
  readonly frame: Frame;
  readonly mesh: Mesh;
  readonly plan: Plan | undefined;
  readonly ids: readonly BlockId[];
  failed?: true;
}

/** Milliseconds between two pictures of what is there, while more is on its way. */
const BETWEEN = 300;

export class CogPicture {
  readonly #host: PictureHost;
  readonly #tag: string;
  readonly #scale = new Memo<Scale>();
  readonly #model = new Memo<Symbology | undefined>();
  #look?: RasterLook | undefined;
  #job?: Job | undefined;
  #whole?: Made | undefined;
  /** Of what is there so far, over the last that was whole. */
  #part?: Made | undefined;
  #stop?: (() => void) | undefined;
  #timer?: ReturnType<typeof setTimeout> | undefined;

  constructor(tag: string, host: PictureHost) {
    this.#tag = tag;
    this.#host = host;
  }

  get model(): Symbology | undefined {
    const look = this.#look;
    if (!look) return undefined;
    const scale = look.color.kind === 'none' ? undefined : this.#scaleOf(look);
    return this.#model.get([scale, JSON.stringify(look.words)], () => rasterModel(`raster:${look.drawn.maker.key}`, scale, look.words));
  }

  /** Whether blocks of the view are on their way. */
  get isLoading(): boolean {
    const job = this.#job;
    return job !== undefined && !job.failed && job.drawn.raster.store.missing(job.ids) > 0;
  }

  /** Why the view cannot be shown though the file is well. */
  get trouble(): YztError | undefined {
    return this.#job?.plan?.tooMuch ? noOverviews(this.#tag) : undefined;
  }

  prepare(look: RasterLook): void {
    if (this.#look && this.#look.drawn.raster !== look.drawn.raster) this.#forget();
    this.#look = look;
    look.drawn.raster.host.current = { arrived: () => this.#arrived(), failed: (reason) => this.#failed(reason) };
  }

  /** Asks again for what could not be had. */
  again(): void {
    this.#job = undefined;
    this.#host.repaint();
  }

  draw({ context, view }: DrawTarget): void {
    const look = this.#look;
    if (!look) return;
    if (!view.moving) this.#want(look, view);
    for (const made of [this.#whole, this.#part]) if (made && made.frame.projection === view.projection) put(context, view, made);
  }

  dispose(): void {
    this.#forget();
    this.#look?.drawn.raster.store.dispose();
    this.#look = undefined;
  }

  #forget(): void {
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#stop = this.#timer = this.#job = this.#whole = this.#part = undefined;
  }

  #scaleOf({ color, drawn, dark }: RasterLook): Scale {
    return this.#scale.get([JSON.stringify(color), color.kind === 'palette' ? color.names : undefined, drawn.some, dark], () => scaleOf(color, drawn.some, dark));
  }

  #want(look: RasterLook, view: View): void {
    const { drawn, color, sun, smooth, dark } = look;
    const key = JSON.stringify([drawn.maker.key, color, sun, smooth, dark]);
    const last = this.#job;
    if (last && last.look === key && last.drawn === drawn && holds(last.frame, view)) return;
    const frame = last && holds(last.frame, view) ? last.frame : frameOf(view);
    const { place, facts, store } = drawn.raster;
    const toDegrees = degreesFrom(frame.projection);
    if (!toDegrees) return;
    const mesh = meshOf(frame, toDegrees, place);
    const plan = planOf(facts.levels, mesh);
    const ids = (plan?.blocks ?? []).map(([column, row]) => ({ level: plan?.level ?? 0, column, row }));
    this.#job = { look: key, drawn, frame, mesh, plan, ids };
    store.want(ids, drawn.maker);
    this.#host.state();
    if (!plan || plan.tooMuch) {
      this.#stop?.();
      this.#whole = this.#part = undefined;
    } else if (store.missing(ids) === 0) this.#paint();
  }

  #arrived(): void {
    const job = this.#job;
    if (!job || !this.#look) return;
    if (job.drawn.raster.store.missing(job.ids) === 0) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#host.state();
      this.#paint();
    } else this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#paint();
    }, BETWEEN);
  }

  #failed(reason: unknown): void {
    const job = this.#job;
    if (!job || job.failed) return;
    job.failed = true;
    this.#host.state();
    this.#host.failed(reason);
    this.#paint();
  }

  #paint(): void {
    const [look, job] = [this.#look, this.#job];
    if (!look || !job?.plan) return;
    const isWhole = job.drawn.raster.store.missing(job.ids) === 0;
    this.#stop?.();
    this.#stop = inSlices(this.#steps(look, job, job.plan), (pixels) => {
      this.#stop = undefined;
      const made = { frame: job.frame, canvas: canvasOf(pixels, job.frame) };
      if (isWhole) [this.#whole, this.#part] = [made, undefined];
      else this.#part = made;
      this.#host.repaint();
    });
  }

  *#steps(look: RasterLook, { drawn, frame, mesh, ids }: Job, plan: Plan): Steps<Uint8ClampedArray<ArrayBuffer>> {
    const { place, facts, store } = drawn.raster;
    for (const id of ids) {
      yield 0;
      store.piece(id, drawn.maker);
    }
    const [full, level] = [facts.levels[0], facts.levels[plan.level]];
    if (!full || !level) return new Uint8ClampedArray(4 * frame.width * frame.height);
    const { blockWidth, blockHeight } = level;
    const isNumbers = drawn.wish.kind !== 'rgb';
    const mosaic = mosaicOf(plan.window, { blockWidth, blockHeight, at: (column, row) => store.piece({ level: plan.level, column, row }, drawn.maker) }, isNumbers);
    const scale = [level.width / full.width, level.height / full.height] as const;
    const { sun, smooth } = look;
    const cell = (row: number): readonly [number, number] => {
      const [east, south] = metresAt(place, full.width / 2, (row + plan.window.top + 0.5) / scale[1]);
      return [east / scale[0], south / scale[1]];
    };
    const light = sun && mosaic.values instanceof Float32Array ? yield* hillshade({ ...mosaic, values: mosaic.values }, cell, sun) : undefined;
    const colors = isNumbers ? this.#scaleOf(look) : undefined;
    return yield* painted({ frame, mesh, mosaic, scale, smooth, light, level: sun ? Math.sin((sun.altitude * Math.PI) / 180) : 1, colorOf: colors && ((value) => colors.colorOf(value)) });
  }
}

function canvasOf(pixels: Uint8ClampedArray<ArrayBuffer>, { width, height }: Frame): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/** Draws a picture where it lies; pixel on pixel where nothing is turned or enlarged. */
function put(context: CanvasRenderingContext2D, view: View, { frame, canvas }: Made): void {
  const [a, b] = [view.a * frame.step, view.b * frame.step];
  let [e, f] = [view.a * frame.x + view.b * frame.y + view.e, view.b * frame.x - view.a * frame.y + view.f];
  const isPlain = Math.abs(a - 1) < 1e-9 && Math.abs(b) < 1e-9;
  if (isPlain) [e, f] = [Math.round(e), Math.round(f)];
  context.save();
  context.setTransform(a, b, -b, a, e, f);
  context.imageSmoothingEnabled = !isPlain;
  context.drawImage(canvas, 0, 0);
  context.restore();
}

function noOverviews(tag: string): YztError {
  return new YztError('no-overviews', {
    zh: `<${tag}>：文件没有金字塔，这样远看要读取的太多，没有读取。请放大，或用 gdal_translate -of COG 重新生成。`,
    en: `<${tag}>: the file has no overviews; from so far away too much of it would be read, so nothing was. Zoom in, or make it again with gdal_translate -of COG.`,
  });
}

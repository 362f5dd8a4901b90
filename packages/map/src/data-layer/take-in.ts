/** How a layer takes in very many new rows: in several tasks, none of them long. */
import type { Dataset } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { YztMap } from '../map/map.js';
import type { Renderer } from '../renderer/types.js';
import { inSlices } from '../shared/in-slices.js';
import { projectionOf } from './make-ready.js';
import { symbologyAhead } from './usable-symbology.js';

/** Fewer rows are taken in at once, in a few milliseconds. */
const MANY = 20_000;

/** What is to be done for new rows, and by whom. */
export interface Intake {
  readonly rows: Dataset;
  readonly renderer: Renderer | undefined;
  readonly map: YztMap | undefined;
  /** The symbology in words; empty where only the layer can make it. */
  readonly spec: string;
  /** What only this kind of layer works out of the rows, before the symbology is made. */
  readonly ahead?: (rows: Dataset) => Steps<void>;
  /** Takes the symbology, or makes it where there is none. */
  readonly renew: (made?: Symbology) => void;
  /** Hands the rows to the renderer. */
  readonly prepare: () => void;
  /** Everything is done, and may be drawn. */
  readonly done: () => void;
}

/** New rows on their way into a picture; what is drawn meanwhile is what there was before. */
export interface TakingIn {
  /** Resolves when they are in, or when it was stopped. */
  readonly ended: Promise<void>;
  /** Gives nothing, which is what there is then. */
  stop(): undefined;
}

function* steps({ rows, renderer, map, spec, ahead, renew, prepare }: Intake): Steps<void> {
  const projection = projectionOf(map);
  if (projection !== undefined && renderer?.readying) yield* renderer.readying(rows.geometry, projection);
  yield 1 / 3;
  const { version, schema } = rows;
  const made = yield* symbologyAhead(spec, rows);
  if (ahead) yield* ahead(rows);
  renew(rows.version === version && rows.schema === schema ? made : undefined);
  yield 2 / 3;
  prepare();
}

/** Begins to take in new rows, after the task that brought them. Undefined where they are so few that it is better done at once. */
export function takeIn(intake: Intake): TakingIn | undefined {
  if (intake.rows.rowCount < MANY) return undefined;
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const stop = inSlices(steps(intake), () => {
    intake.done();
    // Very many are drawn in several tasks, which this frame begins: the next one of the browser may be 16 ms away.
    if (intake.map?.isReady) intake.map.olMap.renderSync();
    end();
  });
  return {
    ended,
    stop: () => {
      stop();
      end();
      return undefined;
    },
  };
}

/** What the rows of a dataset elsewhere weigh, and where, for layers that draw what rows amount to. A chunk of its own, fetched with the first such dataset. */
import { asYztError, YztError } from '@yizhangtu/base/errors';
import { LatestAnswer } from '@yizhangtu/data/link';
import type { DatasetChange, DatasetLike, Filter, Geometry, Measure, Table } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { rowsTable } from '@yizhangtu/data/remote-rows';
import { RowsLoader, type RowsFound, type RowsWanted } from '@yizhangtu/data/row-source';
import type { LayerElement } from '../layer/layer.js';
import { countedPlaces, type CountedPlaces } from '../reach/counted-places.js';
import { metresOf } from '../reach/metres.js';
import { grownBounds, windowFilter } from '../reach/window.js';
import { reachNote } from '../reach/reach-words.js';
import { densestPart } from './densest-part.js';

/** Places and what they weigh. */
export interface WeighedPlaces {
  readonly geometry: Geometry;
  /** All of them pass. */
  readonly passing: Uint8Array;
  /** One each where absent. */
  readonly weights?: ArrayLike<number>;
  /** Width of the cells they are the middles of, metres; absent where they are rows. */
  readonly size?: number;
}

/** How a layer wants them. */
export interface PlacesWanted {
  /** Number field that weighs the rows. */
  readonly weightField: string | undefined;
  /** Width of the cells whose middles stand for the rows in them, CSS px or metres; the wider of the two. */
  readonly cell: { readonly px: number; readonly metres: number };
  /** How far a row acts beyond its place. */
  readonly reach: { readonly px: number; readonly metres: number };
  /** Where set, the densest part of all rows, filtered or not, is asked for too: for a surface of this radius, metres. */
  readonly densest: number | undefined;
}

interface Found extends RowsFound {
  readonly places: WeighedPlaces;
}

/** Most rows that come one by one, where an engine cannot count them. */
const MOST = 20_000;
const NONE: Table = { rowCount: 0, columns: [], geometry: { kind: 'none' }, report: { total: 0, kept: 0, notes: [] } };
const RENEWING: readonly DatasetChange[] = ['data', 'filter'];

function weighed({ degrees, counts, values, size }: CountedPlaces, weightField: string | undefined): WeighedPlaces {
  return { geometry: { kind: 'point', coordinates: degrees }, passing: new Uint8Array(counts.length).fill(1), weights: weightField === undefined ? counts : values, size };
}

/** Negative numbers weigh nothing. */
function weighing(weightField: string | undefined): Filter[] {
  return weightField === undefined ? [] : [{ kind: 'range', field: weightField, min: 0 }];
}

/** Asks for places in and around the view, again and again as the map moves. */
export class PlacesInReach {
  readonly whole: RemoteDataset;
  readonly #layer: LayerElement;
  readonly #loader: RowsLoader<Found>;
  readonly #all: LatestAnswer<WeighedPlaces>;
  readonly #stop: () => void;
  #wanted: PlacesWanted | undefined;
  #key = '';
  #places?: WeighedPlaces | undefined;
  /** How many times wider the cells had to be the last time: those before need not be tried again. */
  #wider = 1;

  /** @param settled Called when an answer has come, or will not come: then with the reason. */
  constructor(layer: LayerElement, whole: DatasetLike, settled: (error: YztError | undefined) => void) {
    this.#layer = layer;
    this.whole = whole as RemoteDataset;
    this.#all = new LatestAnswer(() => settled(this.#all.error));
    this.#loader = new RowsLoader<Found>({
      state: () => undefined,
      take: ({ places }) => (this.#places = places),
      loaded: () => settled(undefined),
      failed: (reason) => settled(asYztError(reason, 'query-failed', { zh: '无法统计数据。', en: 'The data could not be counted.' })),
    });
    this.#stop = whole.subscribe((changes) => RENEWING.some((one) => changes.has(one)) && this.#open(), layer);
  }

  /** True while an answer is under way. */
  get pending(): boolean {
    return this.#loader.loading || this.#all.pending;
  }

  /** What was found last in and around the view; undefined before the first answer. */
  get places(): WeighedPlaces | undefined {
    return this.#places;
  }

  /** The densest part of all rows. */
  get densest(): WeighedPlaces | undefined {
    return this.#all.answer;
  }

  /** Looks where the map is: asks for what is missing. */
  look(wanted: PlacesWanted): void {
    const key = JSON.stringify(wanted);
    this.#wanted = wanted;
    if (key !== this.#key) {
      this.#key = key;
      this.#open();
    }
    const { mapElement: map, isShown } = this.#layer;
    const bounds = isShown ? map?.viewBounds : undefined;
    this.#loader.see(bounds && grownBounds(bounds, Math.max(wanted.reach.metres, metresOf(wanted.reach.px, map))));
    this.#askDensest(wanted);
  }

  /** Lets go of everything. */
  end(): undefined {
    this.#stop();
    this.#loader.close();
    this.#all.forget();
    return undefined;
  }

  #open(): void {
    this.#loader.open(Promise.resolve({ rows: (wanted) => this.#found(wanted) }), { limit: MOST, windowed: true });
  }

  async #found({ window, limit, signal }: RowsWanted): Promise<Found> {
    const { weightField, cell } = this.#wanted as PlacesWanted;
    const also = [...(window ? [windowFilter(window)] : []), ...weighing(weightField)];
    const size = Math.max(cell.metres, metresOf(cell.px, this.#layer.mapElement));
    const places = await this.#ask({ size: Math.max(size, (size * this.#wider) / 2), also, limit }, signal);
    this.#wider = (places.size ?? size) / size;
    // A nearer view is asked for anew: its cells are smaller.
    return { table: NONE, more: true, places };
  }

  async #ask({ size, also, limit, ignore = [] }: { readonly size: number; readonly also: readonly Filter[]; readonly limit: number; readonly ignore?: readonly string[] }, signal: AbortSignal): Promise<WeighedPlaces> {
    const { whole } = this;
    const { weightField } = this.#wanted as PlacesWanted;
    // Before anything has been said of the data nobody knows where its cells lie.
    const { count } = whole.columns.length === 0 || !whole.countsCells ? (await whole.query({ measures: [{ kind: 'count' }], also, ignore }, signal)).total : { count: 0 };
    if (whole.countsCells) {
      const measure: Measure = weightField === undefined ? { kind: 'count' } : { kind: 'sum', field: weightField };
      return weighed(await countedPlaces(whole, { size, measure, also, ignore }, signal), weightField);
    }
    if (count > limit) throw new YztError('not-answerable', reachNote(count, false));
    const fields = weightField === undefined ? [] : [weightField];
    const { rows } = await whole.numbered({ fields, limit, also, ignore }, signal);
    const table = await rowsTable(rows, fields.flatMap((name) => whole.column(name) ?? []), signal);
    const [column] = table.columns;
    return { geometry: table.geometry, passing: new Uint8Array(rows.length).fill(1), ...(column?.kind === 'number' && { weights: column.values }) };
  }

  #askDensest({ densest, weightField, cell }: PlacesWanted): void {
    if (densest === undefined) return;
    const { whole } = this;
    this.#all.ask(whole, [whole.version, whole.schema, densest, weightField], async (signal) => {
      const ignore = [...whole.filters.keys()];
      await whole.query({ measures: [{ kind: 'count' }], ignore }, signal);
      const part = await densestPart(whole, densest, ignore, signal);
      return this.#ask({ size: cell.metres, also: [...part, ...weighing(weightField)], limit: MOST, ignore }, signal);
    });
  }
}

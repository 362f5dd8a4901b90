/** The same rows in memory and on a service that is made up. */
import { Dataset } from '../model/dataset.js';
import type { Filter } from '../model/query-types.js';
import type { DatasetSchema } from '../model/types.js';
import { RemoteDataset } from '../remote/remote-dataset.js';
import { FeatureServiceEngine } from './engine.js';
import { fakeSource } from './fake-source.fixture.js';
import type { Described, Offers } from './types.js';

export interface Row {
  readonly id: number;
  readonly n: number | null;
  readonly t: string | null;
  readonly owner: string;
  readonly lon: number;
  readonly lat: number;
}

export const SCHEMA: DatasetSchema = { id: 'test/rows@1', fields: [{ name: 'id', kind: 'number' }, { name: 'n' }, { name: 't' }, { name: 'owner', mask: 'name' }] };
const DESCRIBED: Described = {
  fields: [{ name: 'id', type: 'integer', asked: true }, { name: 'n', type: 'number', asked: true }, { name: 't', type: 'string', asked: true }, { name: 'owner', type: 'string', asked: true }],
  offers: { like: true, anyCase: true, area: 'bbox', isNull: true, order: true, place: 'geom' },
  points: true,
  places: true,
};

export interface Sets {
  readonly local: Dataset;
  readonly remote: RemoteDataset;
  readonly asked: ReturnType<typeof fakeSource>['asked'];
}

interface Options {
  readonly schema?: DatasetSchema;
  /** Most rows that may come into the page. */
  readonly rowLimit: number;
  /** What the service can be told; everything if unset. */
  readonly offers?: Partial<Offers>;
  readonly scope?: Filter;
}

/** Loaded, and what the service has been asked for. */
export async function setsOf(rows: readonly Row[], { schema = SCHEMA, rowLimit, offers, scope }: Options): Promise<Sets> {
  const features = rows.map(({ lon, lat, ...properties }) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } }));
  const { source, asked } = fakeSource(features, { ...DESCRIBED, offers: { ...DESCRIBED.offers, ...offers } });
  const remote = new RemoteDataset(new FeatureServiceEngine(source, { src: 'http://test/', table: 'rows', idField: 'id', rowLimit }));
  remote.schema = schema;
  remote.scope = scope;
  await remote.load();
  const column = <K extends keyof Row>(name: K): Row[K][] => rows.map((row) => row[name]);
  const local = Dataset.fromColumns({ coordinates: Float64Array.from(rows.flatMap(({ lon, lat }) => [lon, lat])), columns: { id: column('id'), n: Float64Array.from(rows, ({ n }) => n ?? Number.NaN), t: column('t'), owner: column('owner') } }, { schema });
  return { local, remote, asked };
}


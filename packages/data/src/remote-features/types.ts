/** What the engine of feature services needs of each kind of service. Types only. */
import type { FieldInfo } from '../model/dataset-like.js';
import type { Bounds } from '../model/geometry.js';
import type { DatasetSchema } from '../model/types.js';
import type { ServiceOptions } from '../remote/service.js';
import type { AxisPolicy } from './axis.js';
import type { Node } from './predicate.js';

/** Where the rows are, and how many of them may come into the page. */
export interface FeatureServiceOptions extends ServiceOptions {
  /** Collection of an OGC API, feature type of a WFS. */
  readonly table: string;
  /** Property that tells rows apart. Without it the ids of the features do. */
  readonly idField?: string | undefined;
  /** Most rows fetched for one question. Default 20 000. */
  readonly rowLimit?: number | undefined;
  /** A condition in a language of the service, over all others: FES, the CQL of GeoServer, CQL2. */
  readonly filter?: string | undefined;
  /** System rows are asked in: `EPSG:4528`. Default: degrees, else the system of the table, which whoever asks must know. Without it only degrees will do. */
  readonly crs?: string | undefined;
  /** Order of coordinates in conditions and answers. Default: in conditions as the standard has it, in answers as they come. */
  readonly axis?: AxisPolicy | undefined;
}

/** How the service holds a property. */
export type PropertyType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'date-time';

/** A property of the service. Only what the service itself has named is one. */
export interface ServiceField {
  readonly name: string;
  readonly type: PropertyType;
  /** Conditions may name it. */
  readonly asked: boolean;
}

/** A property as a field of the page. */
export interface PageField extends FieldInfo {
  readonly service: ServiceField;
}

/** What the service can be told. */
export interface Offers {
  /** Words with wild letters. */
  readonly like: boolean;
  /** The same in any case of letters. */
  readonly anyCase: boolean;
  /** Areas that rows may be asked for. */
  readonly area: 'none' | 'bbox' | 'polygon';
  /** That a property has no value; without it no condition can be turned round. */
  readonly isNull: boolean;
  /** Rows in the order of a property. */
  readonly order: boolean;
  /** Property of the places; undefined where it has no name. */
  readonly place: string | undefined;
}

/** What a service says of a table. */
export interface Described {
  readonly fields: readonly ServiceField[];
  readonly offers: Offers;
  /** Rows are points, or have no places at all: then a window asks for exactly the points in it. */
  readonly points: boolean;
  readonly places: boolean;
  readonly bounds?: Bounds | undefined;
  /** System of the coordinates where it is not degrees. */
  readonly crs?: string | undefined;
  /** Words, code lists and kinds of the fields, where the service describes them. */
  readonly schema?: DatasetSchema | undefined;
}

/** Conditions as they are sent. */
export interface Said {
  /** Parameters of the request. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Which of the conditions they say; the others are looked at in the page. */
  readonly said: ReadonlySet<Node>;
}

/** Rows to be fetched. */
export interface FeaturesQuestion {
  readonly said: Said;
  /** Properties wanted; undefined for all. */
  readonly properties?: readonly string[];
  readonly orderBy?: string;
  readonly descending?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A feature as it came. */
export type Feature = Readonly<Record<string, unknown>>;

/** A service of features. */
export interface FeatureSource {
  readonly label: string;
  describe(signal: AbortSignal): Promise<Described>;
  /** Conditions in its language, as many as it understands. */
  say(conditions: readonly Node[]): Said;
  /** Rows that meet a window, in degrees; all without one. */
  within(window: Bounds | undefined): Said;
  /** Rows that meet them; undefined where the service does not count. */
  count(said: Said, signal: AbortSignal): Promise<number | undefined>;
  /** At most so many rows, over as many requests as it takes. */
  features(question: FeaturesQuestion, signal: AbortSignal): Promise<readonly Feature[]>;
}

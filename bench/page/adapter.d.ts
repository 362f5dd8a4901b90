/** What a page of the cases is asked to show. */
export interface Job {
  readonly kind: 'point' | 'polygon';
  readonly url: string;
  /** Degrees. */
  readonly center: [number, number];
  /** Of tiles of 256 px. */
  readonly zoom: number;
  readonly cluster?: boolean;
}

/** One library behind the same few verbs. Each promise resolves at the library's own sign that its picture is complete. */
export interface Adapter {
  /** Makes a map of the whole box, loads the data and draws it. */
  load(job: Job, box: HTMLElement): Promise<void>;
  /** Changes between the picture by kind and the picture by value. */
  theme?(): Promise<void>;
  /** Changes between all rows and those with a value of at least 50. */
  filter?(): Promise<void>;
  /** Goes to a zoom without animation. */
  zoomTo(zoom: number): Promise<void>;
  /** The top row at a pixel of the map, in whatever form the library has it. */
  hit?(x: number, y: number): unknown;
  /** All attributes of a hit. */
  attributes?(hit: unknown): Record<string, unknown>;
  /** Resolves when nothing is left to draw. */
  rest(): Promise<void>;
  /** Ends the map in the way the library asks for. */
  remove(): void;
}

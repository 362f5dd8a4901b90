/** What a layer whose picture is made elsewhere – by a map service – can say of it. */

/** One fact: a name and a value, both text for people. */
export interface IdentifiedRow {
  readonly label: string;
  readonly value: string;
}

/** One thing at a place, as the service behind a layer describes it. */
export interface Identified {
  /** What it is called; without one the layer's name stands for it. */
  readonly title?: string;
  readonly rows: readonly IdentifiedRow[];
  /** A page of the service, where it says nothing plainer. Strange markup: shown in a sandboxed frame only, never in the page. */
  readonly html?: string;
}

/** How a place is asked about. */
export interface IdentifyOptions {
  /** Ends the asking: a later click, or the layer has left the map. */
  readonly signal: AbortSignal;
}

/** A legend that a service draws. */
export interface LegendImage {
  readonly url: string;
  /** What the picture is about, for people who do not see it; empty where the words beside it say so. */
  readonly alt: string;
  /** Words beside the picture: a class of the service, in the service's own words. */
  readonly label?: string;
  /** Heading above the picture: a layer of the service that has several. */
  readonly heading?: string;
}

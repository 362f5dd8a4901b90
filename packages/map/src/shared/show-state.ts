/** What of a layer's data a page can style by, and a test wait for. */
export interface DataState {
  readonly loading: boolean;
  readonly error: unknown;
}

/** Reflects whether data is under way or could not be had as attributes of the layer. */
export function showState(layer: Pick<HTMLElement, 'toggleAttribute'> & { readonly error: unknown }, { loading, error }: DataState): void {
  layer.toggleAttribute('loading', loading);
  layer.toggleAttribute('error', layer.error !== undefined || error !== undefined);
}

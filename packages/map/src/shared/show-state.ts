/** What of a layer's data a page can style by, and a test wait for. */
export interface DataState {
  readonly loading: boolean;
  readonly error: unknown;
}

/**
 * Reflects whether data is under way or could not be had as attributes of the layer.
 * @returns Whether loading has begun or ended: lists of layers say that a layer loads, and must hear when it does no more.
 */
export function showState(layer: Pick<HTMLElement, 'hasAttribute' | 'toggleAttribute'> & { readonly error: unknown }, { loading, error }: DataState): boolean {
  const turned = layer.hasAttribute('loading') !== loading;
  layer.toggleAttribute('loading', loading);
  layer.toggleAttribute('error', layer.error !== undefined || error !== undefined);
  return turned;
}

/** Reflects that a filter over very many rows is still being looked for, and what is drawn is what the one before it leaves. */
export function showFiltering(layer: Pick<HTMLElement, 'toggleAttribute'>, dataset: { readonly filtering: Promise<void> | undefined } | undefined): void {
  layer.toggleAttribute('stale', dataset?.filtering !== undefined);
}

import type { RenderStyle } from '../renderer/types.js';

/** What a kind of layer decides about its look; the rest is the same for all. */
export type LayerLook = Pick<RenderStyle, 'shape' | 'size' | 'width' | 'dash' | 'fillOpacity' | 'clusterDistance' | 'clusters'>;

/** The look of everything a layer does not draw. */
export const PLAIN_LOOK: LayerLook = { shape: 'circle', size: 10, width: 2, dash: [], fillOpacity: 0.75, clusterDistance: 0 };

/** Colours and words of depths, by the light of the place and three contours. Pure. */
import type { BandLook } from '@yizhangtu/map/contour-layer';
import { depthTokenOf, S52_COLOR, type DepthContours } from '@yizhangtu/standards/s52';
import { entryIn, withPalette } from '@yizhangtu/standards/scheme';

/** Light of the bridge: by it charts are bright, dim or nearly black. `dim` is no light of a bridge but that of a dark page: the shades of day, mixed into its sea. */
export const LIGHTS = ['day', 'dusk', 'night', 'dim'] as const;
export type Light = (typeof LIGHTS)[number];

/** Parts of the colour of day in each shade of `dim`, the shallowest first; the rest is the sea. Deep water is the sea itself, so that a grid has no edge there. */
const DIM = [0.52, 0.36, 0.2, 0];
/** Safety contour of `dim`: brighter than the shades, duller than what moves on the map. */
const DIM_LINE = '#98c5f2';
/** Sea of a dark map that does not tell its own. */
const DARK_SEA = '#151c25';

/** The light a map is for. Dusk and night of a bridge are too dark for a page that is read beside its other parts. @param dark Whether the map is dark. */
export function lightOf(dark: boolean): Light {
  return dark ? 'dim' : 'day';
}

/** A colour over another one, both `#rrggbb`. */
function mixed(color: string, ground: string, part: number): string {
  const bytes = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const below = bytes(ground);
  return `#${bytes(color).map((value, at) => Math.round(value * part + (below[at] ?? 0) * (1 - part)).toString(16).padStart(2, '0')).join('')}`;
}

/** Whether three contours lie one below the other. */
export function areContours({ shallow, safety, deep }: DepthContours): boolean {
  return shallow > 0 && safety > shallow && deep > safety && Number.isFinite(deep);
}

/**
 * The look of a grid of depths in metres, down positive. The safety contour is the thick line; its own colour is known for day only.
 * @param sea Colour of the sea of the map, `#rrggbb`: what `dim` is mixed into.
 */
export function depthLook(contours: DepthContours, light: Light, sea = DARK_SEA): BandLook {
  const { shallow, safety, deep } = contours;
  const scheme = (light === 'dim' ? undefined : withPalette(S52_COLOR, light)) ?? S52_COLOR;
  const codes = [0, shallow, safety, deep].map((depth) => depthTokenOf(depth, contours)?.code ?? '');
  const entries = codes.map((code) => entryIn(scheme, code));
  const line = light === 'day' ? entryIn(scheme, 'DEPSC')?.color : light === 'dim' ? mixed(DIM_LINE, sea, 0.8) : undefined;
  return {
    limits: [shallow, safety, deep],
    colors: entries.map((entry) => entry?.color ?? '#000000').map((color, at) => (light === 'dim' ? mixed(color, sea, DIM[at] ?? 0) : color)),
    words: entries.map((entry) => entry?.label ?? { zh: '', en: '' }),
    strong: { limit: safety, ...(line && { color: line }) },
    notes: [
      { zh: '非航海用图：本图不得用于航行', en: 'Not a chart: not to be used for navigation' },
      { zh: `粗线：安全等深线 ${safety} m`, en: `Thick line: safety contour ${safety} m` },
      light === 'dim'
        ? { zh: '颜色：IHO S-52 日间色标，按深色底图调暗', en: 'Colours: day tokens of IHO S-52, dimmed for a dark map' }
        : { zh: '颜色：IHO S-52 的色标（OpenCPN 的 RGB 值）', en: 'Colours: tokens of IHO S-52, RGB as in OpenCPN' },
    ],
  };
}

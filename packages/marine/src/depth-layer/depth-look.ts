/** Colours and words of depths, by the light of the place and three contours. Pure. */
import type { BandLook } from '@yizhangtu/map/contour-layer';
import { depthTokenOf, S52_COLOR, type DepthContours } from '@yizhangtu/standards/s52';
import { entryIn, withPalette } from '@yizhangtu/standards/scheme';

/** Light of the bridge: by it charts are bright, dim or nearly black. */
export const LIGHTS = ['day', 'dusk', 'night'] as const;
export type Light = (typeof LIGHTS)[number];

/** The light a theme is for: a wall is dark as a bridge at night. @param dark Whether the map is dark. */
export function lightOf(theme: string | undefined, dark: boolean): Light {
  if (!dark) return 'day';
  return theme === 'screen' ? 'night' : 'dusk';
}

/** Whether three contours lie one below the other. */
export function areContours({ shallow, safety, deep }: DepthContours): boolean {
  return shallow > 0 && safety > shallow && deep > safety && Number.isFinite(deep);
}

/** The look of a grid of depths in metres, down positive. The safety contour is the thick line; its own colour is known for day only. */
export function depthLook(contours: DepthContours, light: Light): BandLook {
  const { shallow, safety, deep } = contours;
  const scheme = withPalette(S52_COLOR, light) ?? S52_COLOR;
  const codes = [0, shallow, safety, deep].map((depth) => depthTokenOf(depth, contours)?.code ?? '');
  const entries = codes.map((code) => entryIn(scheme, code));
  const line = light === 'day' ? entryIn(scheme, 'DEPSC')?.color : undefined;
  return {
    limits: [shallow, safety, deep],
    colors: entries.map((entry) => entry?.color ?? '#000000'),
    words: entries.map((entry) => entry?.label ?? { zh: '', en: '' }),
    strong: { limit: safety, ...(line && { color: line }) },
    notes: [
      { zh: '非航海用图：本图不得用于航行', en: 'Not a chart: not to be used for navigation' },
      { zh: `粗线：安全等深线 ${safety} m`, en: `Thick line: safety contour ${safety} m` },
      { zh: '颜色：IHO S-52 的色标（OpenCPN 的 RGB 值）', en: 'Colours: tokens of IHO S-52, RGB as in OpenCPN' },
    ],
  };
}

// The picture that every library draws: five classes, the same colours, sizes and borders.
import { THEME_COLORS } from '@yizhangtu/base/tokens';
import { ramp } from '@yizhangtu/standards/ramps';

/** Classes of the first picture; the most frequent first, as the theme's colours go. */
export const KINDS = ['学校', '医院', '公园', '商店', '场馆'];
export const KIND_COLORS = [1, 2, 3, 4, 5].map((n) => THEME_COLORS.light[`data-${n}`]);
/** Limits and colours of the second picture, by value. */
export const LIMITS = [20, 40, 60, 80];
export const RAMP = 'greens';
export const VALUE_COLORS = ramp(RAMP, LIMITS.length + 1);
/** The filter of the cases shows rows with at least this value. */
export const LEAST = 50;
/** Disc with a white ring: radius to the middle of the ring, ring width. CSS px. */
export const DISC = { radius: 3, ring: 1, color: '#ffffff' };
export const FILL_OPACITY = 0.75;
/** Distance of clusters, CSS px. */
export const CLUSTER_PX = 40;

const BORDER_SHARE = 0.45;

const channels = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Border of a class: its colour, darkened by the colour of labels. */
export function borderOf(color) {
  const label = channels(THEME_COLORS.light['map-label']);
  const mixed = channels(color).map((channel, i) => Math.round(channel * (1 - BORDER_SHARE) + label[i] * BORDER_SHARE));
  return `rgb(${mixed.join(',')})`;
}

/** Fill of a class of polygons. */
export const fillOf = (color) => `rgba(${channels(color).join(',')},${FILL_OPACITY})`;

const classOfKind = new Map(KINDS.map((kind, i) => [kind, i]));

/** Number of the class of a feature: by kind in the first picture (0), by value in the second (1). */
export function classOf(picture, properties) {
  if (picture === 0) return classOfKind.get(properties.kind);
  let place = 0;
  while (place < LIMITS.length && LIMITS[place] <= properties.value) place++;
  return place;
}

/** Colours of a picture. */
export const colorsOf = (picture) => (picture === 0 ? KIND_COLORS : VALUE_COLORS);

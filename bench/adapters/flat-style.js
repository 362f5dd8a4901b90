// The picture of the cases in the expressions of OpenLayers' flat styles.
import { borderOf, colorsOf, DISC, fillOf, KINDS, LIMITS } from '../page/look.js';

const byKind = (paint) => ['match', ['get', 'kind'], ...KINDS.flatMap((kind, i) => [kind, paint(colorsOf(0)[i])]), paint(colorsOf(0)[0])];

/** Colours by the limits of a number. */
const bySteps = (field, limits, colors) => ['case', ...limits.flatMap((limit, i) => [['<', ['get', field], limit], colors[i]]), colors[limits.length]];

const byValue = (paint) => bySteps('value', LIMITS, colorsOf(1).map(paint));

/**
 * For WebGL: both pictures, chosen by a variable, the classes of the first one as numbers. Words compared in a shader fail where the
 * interpolation between equal corners is not exact, and polygons get the wrong colour.
 */
const byVariable = (paint) => ['case', ['==', ['var', 'picture'], 0], bySteps('class', [0.5, 1.5, 2.5, 3.5], colorsOf(0).map(paint)), byValue(paint)];

const plain = (color) => color;

function styleOf(kind, colorBy) {
  if (kind === 'polygon') return { 'fill-color': colorBy(fillOf), 'stroke-color': colorBy(borderOf), 'stroke-width': 1 };
  return {
    'circle-radius': DISC.radius,
    'circle-fill-color': colorBy(plain),
    'circle-stroke-color': DISC.color,
    'circle-stroke-width': DISC.ring,
  };
}

/** Flat style of points or polygons in one of the two pictures. */
export const flatStyle = (kind, picture) => styleOf(kind, picture === 0 ? byKind : byValue);

/** Values of the variables of `webglStyle` at the start. */
export const VARIABLES = { picture: 0, least: -1 };

/** The same for WebGL, where variables choose the picture and the least value shown. */
export const webglStyle = (kind) => [{ style: styleOf(kind, byVariable), filter: ['>=', ['get', 'value'], ['var', 'least']] }];

/** How features of tiles look: the symbology of the library as styles of OpenLayers. A chunk of its own. */
import { asArray } from 'ol/color.js';
import type { FeatureLike } from 'ol/Feature.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { RenderClass } from '../renderer/types.js';
import { layerTheme, renderClass } from '../data-layer/theme-colors.js';
import { classFinder } from './seen-values.js';
import { symbologyField } from './symbology-field.js';

/** What a page says of the look. */
export interface TileLook {
  readonly element: Element;
  readonly symbology: Symbology;
  readonly size: number;
  readonly width: number;
  readonly fillOpacity: number;
  readonly labelField: string | undefined;
  /** Whether a feature is drawn. */
  readonly passes: ((feature: FeatureLike) => boolean) | undefined;
}

const LABEL_PIXELS = 12;
const HATCH = 6;

/** Thin lines in a colour: a tint alone could be taken for a class. */
function hatched(color: string): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = HATCH;
  const context = canvas.getContext('2d');
  if (!context) return color;
  context.strokeStyle = color;
  context.beginPath();
  context.moveTo(-1, HATCH + 1);
  context.lineTo(HATCH + 1, -1);
  context.stroke();
  return context.createPattern(canvas, 'repeat') ?? color;
}

function clear(color: string, opacity: number): number[] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = asArray(color);
  return [red, green, blue, alpha * opacity];
}

interface ClassStyles {
  readonly polygon: Style;
  readonly line: Style;
  readonly point: Style;
}

function classStyles({ color, outline, hatch, below }: RenderClass, { size, width, fillOpacity }: TileLook, marker: string): ClassStyles {
  const edge = outline ?? color;
  const zIndex = below ? 0 : 1;
  return {
    polygon: new Style({ zIndex, fill: new Fill({ color: hatch ? hatched(color) : clear(color, fillOpacity) }), stroke: new Stroke({ color: edge, width: 1 }) }),
    line: new Style({ zIndex, stroke: new Stroke({ color, width, lineCap: 'round', lineJoin: 'round' }) }),
    point: new Style({ zIndex, image: new CircleStyle({ radius: size / 2, fill: new Fill({ color }), stroke: new Stroke({ color: marker, width: 1.5 }) }) }),
  };
}

/** Styles of a label, one for each place it may take. */
function labelStyles({ element, size }: TileLook): (type: string, words: string) => Style {
  const { colors, fontFamily, textScale } = layerTheme(element);
  const made = (line: boolean, point: boolean): Style =>
    new Style({
      zIndex: 2,
      text: new Text({
        font: `${LABEL_PIXELS * textScale}px ${fontFamily}`,
        fill: new Fill({ color: colors.label }),
        stroke: new Stroke({ color: colors.halo, width: 3 }),
        placement: line ? 'line' : 'point',
        overflow: false,
        ...(point && { textAlign: 'left', offsetX: size / 2 + 4 }),
      }),
    });
  // OpenLayers parts words on a line by graphemes, which Chromium has from 87 on; before, they stand in the middle of it.
  const onLines = 'Segmenter' in Intl;
  const [onLine, besidePoint, inside] = [made(onLines, false), made(false, true), made(false, false)];
  return (type, words) => {
    const style = /Line/.test(type) ? onLine : /Point/.test(type) ? besidePoint : inside;
    style.getText()?.setText(words);
    return style;
  };
}

function wordsOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value as string | number | boolean);
}

/** The style of each feature. Made anew when theme, symbology or a property of the look changes. */
export function tileStyle(look: TileLook): StyleFunction {
  const { element, symbology, labelField, passes } = look;
  const { colors } = layerTheme(element);
  const styles = symbology.classes.map((one) => classStyles(renderClass(one, element), look, colors.outline));
  // Before the classes of a field are known its features are drawn as 其他.
  const rest = classStyles(renderClass({ key: undefined, label: { zh: '', en: '' }, color: 'token:data-other' }, element), look, colors.outline);
  const place = classFinder(symbology);
  const field = symbologyField(symbology.spec);
  const label = labelField ? labelStyles(look) : undefined;
  return (feature) => {
    if (passes && !passes(feature)) return undefined;
    const style = styles[place(field === undefined ? undefined : feature.get(field))] ?? rest;
    const type = feature.getGeometry()?.getType() ?? '';
    const own = /Polygon/.test(type) ? style.polygon : /Line/.test(type) ? style.line : style.point;
    const words = label && labelField ? wordsOf(feature.get(labelField)) : '';
    return label && words ? [own, label(type, words)] : own;
  };
}

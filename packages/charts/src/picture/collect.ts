/** From what is drawn on the page to shapes with computed paint, so that a file needs neither style sheets nor tokens. */
import { gradientOf, imageOf } from './background.js';
import { outlineOf, rectPath } from './outlines.js';
import type { Matrix, PathShape, Picture, Shape, TextShape } from './types.js';

/** Empty border of a picture, px. */
const MARGIN = 16;
/** From the middle of a line to its baseline, in type sizes: about the same for Han and Latin letters. */
const BASELINE = 0.37;
/** Controls and words for screen readers are not part of a picture. */
const LEFT_OUT = '.hidden-text, .tip, table, [data-no-picture], [hidden]';

interface Origin {
  readonly x: number;
  readonly y: number;
}

/** What is inside `root` as it is shown now, shadow roots included, on the colour of the surface. */
export function pictureOf(root: Element, background: string, margin = MARGIN): Picture {
  const box = root.getBoundingClientRect();
  const origin = { x: box.left - margin, y: box.top - margin };
  const shapes: Shape[] = [];
  collect(root, origin, shapes);
  return { width: Math.ceil(box.width + 2 * margin), height: Math.ceil(box.height + 2 * margin), background, shapes };
}

function collect(element: Element, origin: Origin, shapes: Shape[]): void {
  if (element.matches(LEFT_OUT)) return;
  if (element instanceof SVGSVGElement) return collectSvg(element, origin, 1, shapes);
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const isImage = element instanceof HTMLImageElement;
  const canvas = element instanceof HTMLCanvasElement ? element : isImage ? imageOf(element) : gradientOf(element, style);
  if (isImage && !canvas) shapes.push(...wordsFor(element, style, origin));
  const box = boxOf(element, style, origin);
  if (box) shapes.push(box);
  if (canvas) {
    const { left, top, width, height } = element.getBoundingClientRect();
    shapes.push({ kind: 'canvas', canvas, x: left - origin.x, y: top - origin.y, width, height });
  }
  for (const child of (element.shadowRoot ?? element).childNodes) {
    if (child instanceof Element) collect(child, origin, shapes);
    else if (child instanceof Text) shapes.push(...linesOf(child, style, origin));
  }
}

/** `rgba(1, 2, 3, 0)` cannot be seen; `rgb(1, 2, 0)` can. */
function visible(color: string): string | undefined {
  return color === 'none' || color === 'transparent' || /^rgba\(.*,\s*0\)$/.test(color) || color.startsWith('url(') ? undefined : color;
}

/** The background and the border of an element: a swatch, a badge. A border counts where it goes all around. */
function boxOf(element: Element, style: CSSStyleDeclaration, { x, y }: Origin): PathShape | undefined {
  const fill = visible(style.backgroundColor);
  const sides = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth].map(Number.parseFloat);
  const [strokeWidth = 0] = sides;
  const stroke = strokeWidth > 0 && sides.every((side) => side === strokeWidth) ? visible(style.borderTopColor) : undefined;
  if (fill === undefined && stroke === undefined) return undefined;
  const { left, top, width, height } = element.getBoundingClientRect();
  const inset = stroke === undefined ? 0 : strokeWidth / 2;
  const radius = style.borderTopLeftRadius.endsWith('%') ? width / 2 : Number.parseFloat(style.borderTopLeftRadius) || 0;
  const d = rectPath(left - x + inset, top - y + inset, width - 2 * inset, height - 2 * inset, Math.max(0, radius - inset));
  const opacity = Number(style.opacity);
  const line = stroke === undefined ? NO_STROKE : { ...NO_STROKE, stroke, strokeOpacity: opacity, strokeWidth };
  return { kind: 'path', d, matrix: [1, 0, 0, 1, 0, 0], fill, fillOpacity: opacity, ...line };
}

const NO_STROKE = { strokeOpacity: 1, strokeWidth: 0, dashes: [], cap: 'butt', join: 'miter' } as const;

/** The lines of a text of the page, each where the page has put it. */
function linesOf(text: Text, style: CSSStyleDeclaration, { x, y }: Origin): TextShape[] {
  const lines: { words: string; left: number; middle: number }[] = [];
  const range = document.createRange();
  for (let at = 0; at < text.data.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const middle = box.top + box.height / 2;
    const line = lines[lines.length - 1];
    if (line && Math.abs(line.middle - middle) < 2) line.words += text.data[at];
    else lines.push({ words: text.data[at] ?? '', left: box.left, middle });
  }
  const size = Number.parseFloat(style.fontSize);
  return lines
    .filter(({ words }) => words.trim() !== '')
    .map(({ words, left, middle }) => ({
      kind: 'text',
      text: words,
      x: left - x,
      y: middle - y + size * BASELINE,
      matrix: [1, 0, 0, 1, 0, 0],
      color: style.color,
      opacity: Number(style.opacity),
      anchor: 'start',
      size,
      weight: style.fontWeight,
      family: style.fontFamily,
    }));
}

/** What stands for an image that may not be read: its words. */
function wordsFor(image: HTMLImageElement, style: CSSStyleDeclaration, { x, y }: Origin): TextShape[] {
  const { left, top, height } = image.getBoundingClientRect();
  if (image.alt === '' || height === 0) return [];
  const size = Number.parseFloat(style.fontSize);
  return [{ kind: 'text', text: image.alt, x: left - x, y: top - y + size, matrix: [1, 0, 0, 1, 0, 0], color: style.color, opacity: Number(style.opacity), anchor: 'start', size, weight: style.fontWeight, family: style.fontFamily }];
}

function matrixOf(element: Element, { x, y }: Origin): Matrix {
  const matrix = (element as SVGGraphicsElement).getScreenCTM();
  return matrix ? [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e - x, matrix.f - y] : [1, 0, 0, 1, 0, 0];
}

function collectSvg(element: Element, origin: Origin, opacity: number, shapes: Shape[]): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(LEFT_OUT)) return;
  const own = opacity * Number(style.opacity);
  if (own === 0) return;
  if (element.localName === 'text') {
    const shape = svgText(element, style, own, origin);
    if (shape) shapes.push(shape);
    return;
  }
  const d = outlineOf(element);
  if (d === undefined) for (const child of element.children) collectSvg(child, origin, own, shapes);
  else if (d !== '') shapes.push(...svgPath(d, element, style, own, origin));
}

function svgPath(d: string, element: Element, style: CSSStyleDeclaration, opacity: number, origin: Origin): PathShape[] {
  const fill = visible(style.fill);
  const stroke = visible(style.stroke);
  const strokeWidth = Number.parseFloat(style.strokeWidth) || 0;
  const fillOpacity = opacity * Number(style.fillOpacity);
  if ((fill === undefined || fillOpacity === 0) && (stroke === undefined || strokeWidth === 0)) return [];
  const dashes = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat);
  return [
    {
      kind: 'path',
      d,
      matrix: matrixOf(element, origin),
      fill: element.localName === 'line' ? undefined : fill,
      fillOpacity,
      stroke: strokeWidth === 0 ? undefined : stroke,
      strokeOpacity: opacity * Number(style.strokeOpacity),
      strokeWidth,
      dashes: dashes.filter(Number.isFinite),
      cap: style.strokeLinecap as PathShape['cap'],
      join: style.strokeLinejoin as PathShape['join'],
    },
  ];
}

function svgText(element: Element, style: CSSStyleDeclaration, opacity: number, origin: Origin): TextShape | undefined {
  const text = element.textContent.trim();
  const color = visible(style.fill);
  if (text === '' || color === undefined) return undefined;
  const size = Number.parseFloat(style.fontSize);
  const stroke = visible(style.stroke);
  const central = style.dominantBaseline === 'central' || style.dominantBaseline === 'middle';
  const number = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0') || 0;
  return {
    kind: 'text',
    text,
    x: number('x'),
    y: number('y') + (central ? size * BASELINE : 0),
    matrix: matrixOf(element, origin),
    color,
    opacity: opacity * Number(style.fillOpacity),
    anchor: style.textAnchor as TextShape['anchor'],
    size,
    weight: style.fontWeight,
    family: style.fontFamily,
    halo: stroke === undefined ? undefined : { color: stroke, width: Number.parseFloat(style.strokeWidth) || 0 },
  };
}

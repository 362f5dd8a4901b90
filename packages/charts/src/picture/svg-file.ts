/** Pictures as SVG files that stand alone. */
import { escapedXml } from '@yizhangtu/base/xml-text';
import type { Matrix, PathShape, Picture, Shape, TextShape } from './types.js';

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function tag(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapedXml(typeof value === 'number' ? short(value) : String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function transform(matrix: Matrix): string | undefined {
  const [a, b, c, d, e, f] = matrix;
  if (a === 1 && b === 0 && c === 0 && d === 1) return e === 0 && f === 0 ? undefined : `translate(${short(e)} ${short(f)})`;
  return `matrix(${matrix.map((value) => String(Number(value.toFixed(5)))).join(' ')})`;
}

const part = (value: number): number | undefined => (value === 1 ? undefined : value);

function path(shape: PathShape): string {
  const stroked = shape.stroke !== undefined;
  return tag('path', {
    d: shape.d,
    transform: transform(shape.matrix),
    fill: shape.fill ?? 'none',
    'fill-opacity': shape.fill === undefined ? undefined : part(shape.fillOpacity),
    stroke: shape.stroke,
    'stroke-opacity': stroked ? part(shape.strokeOpacity) : undefined,
    'stroke-width': stroked ? shape.strokeWidth : undefined,
    'stroke-dasharray': stroked && shape.dashes.length > 0 ? shape.dashes.join(' ') : undefined,
    'stroke-linecap': stroked && shape.cap !== 'butt' ? shape.cap : undefined,
    'stroke-linejoin': stroked && shape.join !== 'miter' ? shape.join : undefined,
  });
}

function text(shape: TextShape): string {
  const { halo } = shape;
  const attributes = {
    x: shape.x,
    y: shape.y,
    transform: transform(shape.matrix),
    fill: shape.color,
    'fill-opacity': part(shape.opacity),
    'text-anchor': shape.anchor === 'start' ? undefined : shape.anchor,
    'font-size': shape.size,
    'font-weight': shape.weight === '400' ? undefined : shape.weight,
    'font-family': shape.family,
    'xml:space': 'preserve',
  };
  const outline = halo && { stroke: halo.color, 'stroke-width': halo.width, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return tag('text', { ...attributes, ...outline }, escapedXml(shape.text));
}

function element(shape: Shape): string {
  if (shape.kind === 'path') return path(shape);
  if (shape.kind === 'text') return text(shape);
  const { x, y, width, height, canvas } = shape;
  return tag('image', { x, y, width, height, href: canvas.toDataURL('image/png') });
}

/** A picture as an SVG document. @param title Said by screen readers and shown by viewers. */
export function svgDocument(picture: Picture, title: string): string {
  const { width, height, background } = picture;
  const paper = tag('rect', { width, height, fill: background });
  const name = title === '' ? '' : `<title>${escapedXml(title)}</title>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${name}${paper}${picture.shapes.map(element).join('')}</svg>`;
}

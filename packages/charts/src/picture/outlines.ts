/** Outlines of SVG's basic shapes as path data. */

/** A rectangle with round corners, px. */
export function rectPath(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `M${x},${y}h${width}v${height}h${-width}Z`;
  const arc = (dx: number, dy: number): string => `a${r},${r},0,0,1,${dx},${dy}`;
  return `M${x + r},${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}Z`;
}

/** An ellipse as two arcs, px. */
export function ellipsePath(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx},${cy}a${rx},${ry},0,1,1,${2 * rx},0a${rx},${ry},0,1,1,${-2 * rx},0Z`;
}

/** The points of a polyline or polygon attribute. */
export function pointsPath(points: string, closed: boolean): string {
  const numbers = points.trim().split(/[\s,]+/).map(Number);
  const pairs: string[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) pairs.push(`${numbers[i]},${numbers[i + 1]}`);
  return pairs.length === 0 ? '' : `M${pairs.join('L')}${closed ? 'Z' : ''}`;
}

/** The outline of an SVG element; undefined for one without. */
export function outlineOf(element: Element): string | undefined {
  const number = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0') || 0;
  switch (element.localName) {
    case 'path':
      return element.getAttribute('d') ?? '';
    case 'rect':
      return rectPath(number('x'), number('y'), number('width'), number('height'), number('rx'));
    case 'circle':
      return ellipsePath(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipsePath(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return `M${number('x1')},${number('y1')}L${number('x2')},${number('y2')}`;
    case 'polyline':
    case 'polygon':
      return pointsPath(element.getAttribute('points') ?? '', element.localName === 'polygon');
    default:
      return undefined;
  }
}

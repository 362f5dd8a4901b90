import { describe, expect, it } from 'vitest';
import { svgDocument } from './svg-file.js';
import type { PathShape, Picture, TextShape } from './types.js';

const path: PathShape = {
  kind: 'path',
  d: 'M0,0h1',
  matrix: [1, 0, 0, 1, 2, 3.456],
  fill: 'rgb(1, 2, 3)',
  fillOpacity: 0.5,
  strokeOpacity: 1,
  strokeWidth: 0,
  dashes: [],
  cap: 'butt',
  join: 'miter',
};
const text: TextShape = {
  kind: 'text',
  text: '<script>alert("x")</script>',
  x: 1,
  y: 2,
  matrix: [0, 1, -1, 0, 0, 0],
  color: 'rgb(0, 0, 0)',
  opacity: 1,
  anchor: 'middle',
  size: 12,
  weight: '600',
  family: '"A B", sans-serif',
};
const picture: Picture = { width: 10, height: 20, background: '#fff', shapes: [path, text] };

describe('svgDocument', () => {
  it('is well-formed and holds data as text', () => {
    const file = svgDocument(picture, 'a & b');
    expect(file).toContain('<title>a &amp; b</title>');
    expect(file).toContain('&lt;script&gt;');
    expect(file).not.toContain('<script');
    expect(file).toContain('font-family="&quot;A B&quot;, sans-serif"');
    expect(file).toContain('viewBox="0 0 10 20"');
  });

  it('writes only what differs from the default', () => {
    const file = svgDocument({ ...picture, shapes: [path] }, '');
    expect(file).toContain('<path d="M0,0h1" transform="translate(2 3.46)" fill="rgb(1, 2, 3)" fill-opacity="0.5"/>');
    expect(svgDocument({ ...picture, shapes: [{ ...path, fill: undefined, stroke: '#000', strokeWidth: 2, dashes: [4, 3] }] }, '')).toContain(
      'fill="none" stroke="#000" stroke-width="2" stroke-dasharray="4 3"/>',
    );
    expect(svgDocument(picture, '')).toContain('transform="matrix(0 1 -1 0 0 0)"');
  });
});

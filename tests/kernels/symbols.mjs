// A map with every symbol, line and fill, and how far the picture of one kernel is from that of another.

const WIDTH = 560;
const HEIGHT = 420;
const MIDDLE = [120.38, 36.1];

const feature = (type, coordinates, properties) => ({ type: 'Feature', properties, geometry: { type, coordinates } });

/** Twelve points in the line of that number. */
const points = (line) =>
  Array.from({ length: 12 }, (_, i) => feature('Point', [120.215 + 0.03 * i, 36.205 - 0.026 * line], { kind: '甲乙丙'[i % 3], value: 5 + 8 * i, course: i === 5 ? null : 33 * i }));
const box = (west, south, east, north) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const zigzag = (north) => Array.from({ length: 7 }, (_, i) => [120.2 + 0.03 * i, north + (i % 2 ? 0.012 : 0)]);
const AREAS = [
  feature('Polygon', [box(120.41, 36, 120.46, 36.04), box(120.425, 36.012, 120.445, 36.028)], { kind: '甲' }),
  feature('MultiPolygon', [[box(120.44, 36.03, 120.48, 36.06)], [[[120.5, 36], [120.54, 36.02], [120.51, 36.05], [120.5, 36]]]], { kind: '乙' }),
  feature('Polygon', [box(120.515, 36.03, 120.55, 36.06)], { kind: null }),
];

/** Layers of the page. */
const LAYERS = [
  { tag: 'polygon', attributes: 'symbology="class:kind" fill-opacity="0.6"', features: AREAS },
  { tag: 'line', attributes: 'width="4"', features: [feature('LineString', zigzag(36.045), {})] },
  { tag: 'line', attributes: 'width="3" dash="10 6"', features: [feature('LineString', zigzag(36.02), {})] },
  { tag: 'line', attributes: 'width="9" opacity="0.5"', features: [feature('LineString', zigzag(36), {}), feature('LineString', [...zigzag(36.005)].reverse(), {})] },
  { tag: 'point', attributes: 'size="17" shape="circle" symbology="class:kind"', features: points(0) },
  { tag: 'point', attributes: 'size="17" shape="square" symbology="class:kind"', features: points(1) },
  { tag: 'point', attributes: 'size="17" shape="triangle" symbology="class:kind" rotation-field="course"', features: points(2) },
  { tag: 'point', attributes: 'size="17" shape="diamond" opacity="0.5" symbology="fixed:#c0392b"', features: points(3) },
  { tag: 'point', attributes: 'size="26" glyph="vessel" symbology="class:kind"', features: points(4) },
  { tag: 'point', attributes: 'size="26" shape="none" glyph="vessel" rotation-field="course" symbology="class:kind"', features: points(5) },
  { tag: 'point', attributes: 'size="24" size-field="value"', features: points(1.5) },
];

/** The page. */
export function symbolsPage() {
  const layers = LAYERS.map(({ tag, attributes }, i) => `<yzt-${tag}-layer src="symbols-${i}.geojson" ${attributes}></yzt-${tag}-layer>`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><title>符号</title><script src="yizhangtu.js" defer></script></head>
<body><yzt-map center="${MIDDLE.join(' ')}" zoom="11">${layers.join('\n')}</yzt-map></body></html>`;
}

/** The file of a layer. */
export const symbolsFile = (index) => JSON.stringify({ type: 'FeatureCollection', features: LAYERS[index].features });

/** Gives the map its size. */
export const SIZED = `Object.assign(document.querySelector('yzt-map').style, { display: 'block', width: '${WIDTH}px', height: '${HEIGHT}px' })`;

const CANVASES = `[...document.querySelector('yzt-map').olMap.getViewport().querySelectorAll('.yzt-data canvas')]`;

/** True when each layer has painted something, and nothing more is on its way. */
export const COMPLETE = `(async () => {
  const map = document.querySelector('yzt-map');
  const painted = () => ${CANVASES}.map((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, ${WIDTH}, ${HEIGHT});
    let n = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) n++;
    return n;
  });
  const before = painted();
  if (before.length !== ${LAYERS.length} || before.some((n) => n < 300)) return false;
  await new Promise((resolve) => { map.olMap.once('rendercomplete', resolve); map.olMap.render(); });
  await new Promise((resolve) => setTimeout(resolve, 300));
  return String(painted()) === String(before);
})()`;

/** Draws all layers in one way. */
export const drawnAs = (way) => `document.querySelectorAll('yzt-map > *').forEach((layer) => layer.setAttribute('renderer', '${way}'))`;

/** What the map shows on white, as bytes in base64. */
const PICTURE = `(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: ${WIDTH}, height: ${HEIGHT} });
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, ${WIDTH}, ${HEIGHT});
  for (const one of ${CANVASES}) {
    context.globalAlpha = Number(one.style.opacity || 1);
    context.drawImage(one, 0, 0);
  }
  const { data } = context.getImageData(0, 0, ${WIDTH}, ${HEIGHT});
  let text = '';
  for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode.apply(null, data.subarray(i, i + 8192));
  return btoa(text);
})()`;

/** The picture of a page, RGBA. */
export async function pictureOf(page) {
  return Buffer.from(await page.evaluate(PICTURE), 'base64');
}

/** A channel that differs by so much is not alike. */
const ALIKE = 6;

/**
 * Mean difference of a channel, 0–255, over the pixels at edges and those that are not alike: flat ground does not count.
 * @param dx How far the first is moved to the right before: what one pixel beside would make.
 */
export function difference(a, b, dx = 0) {
  let looked = 0;
  let sum = 0;
  const isEdge = (data, at) => [0, 1, 2].some((k) => Math.abs(data[at + k] - data[at + 4 + k]) > ALIKE || Math.abs(data[at + k] - data[at + 4 * WIDTH + k]) > ALIKE);
  for (let y = 1; y < HEIGHT - 1; y++)
    for (let x = 2; x < WIDTH - 2; x++) {
      const q = 4 * (y * WIDTH + x);
      const p = q - 4 * dx;
      const parts = [0, 1, 2].map((k) => Math.abs(a[p + k] - b[q + k]));
      if (Math.max(...parts) <= ALIKE && !isEdge(a, p) && !isEdge(b, q)) continue;
      looked++;
      sum += (parts[0] + parts[1] + parts[2]) / 3;
    }
  return { looked, mean: sum / Math.max(1, looked) };
}

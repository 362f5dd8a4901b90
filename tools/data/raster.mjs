/** Shapes as cells of a grid, for data that is made: which cells lie within rings. */

/** Calls `mark` for each cell whose middle lies within the rings (even-odd). The grid has its corner at the south-west of `box`; `cell` is its step in degrees. */
export function fillRings(rings, mark, { box, width, height, cell }) {
  for (let y = 0; y < height; y++) {
    const lat = box[1] + (y + 0.5) * cell;
    const cuts = rings
      .flatMap((ring) =>
        ring.slice(1).flatMap(([x2, y2], at) => {
          const [x1, y1] = ring[at];
          return y1 > lat === y2 > lat ? [] : [x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)];
        }),
      )
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const to = Math.min(width, Math.ceil((cuts[i + 1] - box[0]) / cell - 0.5));
      for (let x = Math.max(0, Math.ceil((cuts[i] - box[0]) / cell - 0.5)); x < to; x++) mark(x, y);
    }
  }
}

/** Tells water from land: `isWater(lon, lat)` within a box, west south east north in degrees; false outside of it. */
export function waterMask(land, box, cell = 0.02) {
  const [width, height] = [Math.round((box[2] - box[0]) / cell), Math.round((box[3] - box[1]) / cell)];
  const cells = new Uint8Array(width * height);
  for (const { geometry } of land.features) {
    for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      fillRings(rings, (x, y) => (cells[y * width + x] = 1), { box, width, height, cell });
    }
  }
  return (lon, lat) => {
    const [x, y] = [Math.floor((lon - box[0]) / cell), Math.floor((lat - box[1]) / cell)];
    return x >= 0 && y >= 0 && x < width && y < height && cells[y * width + x] === 0;
  };
}

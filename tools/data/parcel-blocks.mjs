/**
 * Irregular blocks that tile a plane: small Voronoi cells grown together at random, so that edges are as uneven as those of fields and quarters. Every inner
 * edge is shared by exactly two blocks, corner for corner.
 */
import { Delaunay } from 'd3-delaunay';

/** Cells of a block, on average. */
const CELLS = 5;

/** The block of each cell: grown from every fifth cell over the neighbours, so that each block hangs together. */
function grownBlocks(delaunay, count, random) {
  const blockOf = new Int32Array(count).fill(-1);
  const frontier = [];
  const blocks = Math.ceil(count / CELLS);
  const take = (cell, block) => {
    blockOf[cell] = block;
    for (const next of delaunay.neighbors(cell)) if (blockOf[next] < 0) frontier.push(next, block);
  };
  for (let block = 0; block < blocks; block++) {
    const cell = Math.floor(random() * count);
    if (blockOf[cell] < 0) take(cell, block);
  }
  while (frontier.length > 0) {
    const at = 2 * Math.floor((random() * frontier.length) / 2);
    const [cell, block] = [frontier[at], frontier[at + 1]];
    const [lastCell, lastBlock] = [frontier[frontier.length - 2], frontier[frontier.length - 1]];
    [frontier[at], frontier[at + 1]] = [lastCell, lastBlock];
    frontier.length -= 2;
    if (blockOf[cell] < 0) take(cell, block);
  }
  return { blockOf, blocks };
}

/** Edges of each block as pairs of triangles, the block on the left: the corners of cells are the centres of triangles. */
function blockEdges(delaunay, blockOf, blocks) {
  const { halfedges, triangles } = delaunay;
  const edges = Array.from({ length: blocks }, () => new Map());
  const open = new Set();
  halfedges.forEach((twin, edge) => {
    const own = blockOf[triangles[edge]];
    // The outermost cells have no end; they lie beyond what is cut out afterwards.
    if (twin < 0) return void open.add(own).add(blockOf[triangles[edge % 3 === 2 ? edge - 2 : edge + 1]]);
    const other = blockOf[triangles[edge % 3 === 2 ? edge - 2 : edge + 1]];
    if (own !== other) edges[own].set(Math.floor(edge / 3), Math.floor(twin / 3));
  });
  return { edges, open };
}

/** Closed rings of one block, as triangles. */
function ringsOf(edges) {
  const rings = [];
  while (edges.size > 0) {
    const [start] = edges.keys();
    const ring = [start];
    let node = edges.get(start);
    edges.delete(start);
    while (node !== start) {
      if (node === undefined) return [];
      ring.push(node);
      const next = edges.get(node);
      edges.delete(node);
      node = next;
    }
    rings.push(ring);
  }
  return rings;
}

function signedArea(ring) {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/**
 * Blocks as rings of positions, the outer ring first; blocks at the rim of the points are left out.
 * @param {Float64Array} points x, y, x, y … @param {() => number} random @param {(x: number, y: number) => [number, number]} positionOf
 */
export function irregularBlocks(points, random, positionOf) {
  const delaunay = new Delaunay(points);
  const count = points.length / 2;
  const { blockOf, blocks } = grownBlocks(delaunay, count, random);
  const { edges, open } = blockEdges(delaunay, blockOf, blocks);
  const centres = circumcentres(delaunay);
  return edges.flatMap((own, block) => {
    if (own.size === 0 || open.has(block)) return [];
    const rings = ringsOf(own).map((ring) => ring.map((node) => positionOf(centres[2 * node], centres[2 * node + 1])));
    rings.sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
    return rings.length === 0 ? [] : [rings.map((ring) => [...ring, ring[0]])];
  });
}

function circumcentres(delaunay) {
  const { points } = delaunay;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    [west, east] = [Math.min(west, points[at]), Math.max(east, points[at])];
    [south, north] = [Math.min(south, points[at + 1]), Math.max(north, points[at + 1])];
  }
  return delaunay.voronoi([west - 1, south - 1, east + 1, north + 1]).circumcenters;
}

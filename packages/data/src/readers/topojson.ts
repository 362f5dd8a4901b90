/** TopoJSON (specification 1.0): a layer of a topology as GeoJSON features. Arcs may be shared, and named again and again: what comes of them has a limit. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { isObject, nameOf, type Json } from './geojson-root.js';
import { layerOf } from './layers.js';
import type { ReadOptions } from './types.js';

/** Vertices of a layer at most, and collections in each other. */
const MAX_VERTICES = 50_000_000;
const MAX_DEPTH = 32;

/** A layer, and what else there is. */
export interface Topology {
  readonly features: readonly unknown[];
  readonly layer: string;
  readonly layers: readonly string[];
}

type Position = readonly unknown[];

/** True for the root of a topology. */
export function isTopology(root: unknown): root is Json {
  return isObject(root) && root['type'] === 'Topology';
}

/** The features of a layer. @throws YztError `bad-topojson`, `bad-argument` for a layer there is not. */
export function topologyFeatures(root: Json, options: ReadOptions): Topology {
  const { objects } = root;
  const names = isObject(objects) ? Object.keys(objects) : [];
  if (!isObject(objects) || names.length === 0) throw badTopology(options, { zh: '没有 objects', en: 'has no objects' });
  const { chosen } = layerOf(names, options, nameOf(options));
  const object = objects[chosen];
  const reader = new TopologyReader(root, options);
  const members = isObject(object) && object['type'] === 'GeometryCollection' && Array.isArray(object['geometries']) ? (object['geometries'] as unknown[]) : [object];
  return { features: members.map((member) => reader.feature(member)), layer: chosen, layers: names };
}

class TopologyReader {
  readonly #options: ReadOptions;
  readonly #arcs: readonly unknown[];
  readonly #decoded: (Position[] | undefined)[] = [];
  readonly #scale: readonly [number, number];
  readonly #translate: readonly [number, number];
  readonly #quantized: boolean;
  #vertices = 0;

  constructor(root: Json, options: ReadOptions) {
    this.#options = options;
    this.#arcs = Array.isArray(root['arcs']) ? (root['arcs'] as unknown[]) : [];
    const transform = isObject(root['transform']) ? root['transform'] : undefined;
    this.#quantized = transform !== undefined;
    this.#scale = pairOf(transform?.['scale'], 1);
    this.#translate = pairOf(transform?.['translate'], 0);
  }

  feature(member: unknown): unknown {
    if (!isObject(member)) return member;
    const { id, properties } = member;
    return { type: 'Feature', geometry: this.#geometry(member, 0), properties: properties ?? null, ...(id !== undefined && { id }) };
  }

  #geometry(object: unknown, depth: number): unknown {
    if (!isObject(object) || depth > MAX_DEPTH) return null;
    const { type, arcs, coordinates, geometries } = object;
    switch (type) {
      case null:
      case undefined:
        return null;
      case 'GeometryCollection':
        return { type, geometries: list(geometries).map((one) => this.#geometry(one, depth + 1)) };
      case 'Point':
        return { type, coordinates: this.#position(coordinates) };
      case 'MultiPoint':
        return { type, coordinates: list(coordinates).map((one) => this.#position(one)) };
      case 'LineString':
        return { type, coordinates: this.#line(arcs) };
      case 'MultiLineString':
      case 'Polygon':
        return { type, coordinates: list(arcs).map((one) => this.#line(one)) };
      case 'MultiPolygon':
        return { type, coordinates: list(arcs).map((rings) => list(rings).map((one) => this.#line(one))) };
      default:
        return object;
    }
  }

  #position(position: unknown): Position {
    const [x, y] = list(position);
    if (!this.#quantized || typeof x !== 'number' || typeof y !== 'number') return list(position);
    return [x * this.#scale[0] + this.#translate[0], y * this.#scale[1] + this.#translate[1]];
  }

  /** Arcs one after the other; the last place of one is the first of the next. A negative number is an arc that runs back. */
  #line(numbers: unknown): Position[] {
    const line: Position[] = [];
    for (const number of list(numbers)) {
      const arc = typeof number === 'number' ? this.#arc(number < 0 ? ~number : number) : [];
      if (arc.length === 0) throw badTopology(this.#options, { zh: `引用了不存在的弧段 ${String(number).slice(0, 20)}`, en: `names the arc ${String(number).slice(0, 20)}, which does not exist` });
      this.#vertices += arc.length;
      if (this.#vertices > MAX_VERTICES) throw badTopology(this.#options, { zh: `展开后超过 ${MAX_VERTICES} 个顶点`, en: `unfolds to more than ${MAX_VERTICES} vertices` });
      if (line.length > 0) line.pop();
      if ((number as number) < 0) for (let i = arc.length - 1; i >= 0; i--) line.push(arc[i] as Position);
      else for (const position of arc) line.push(position);
    }
    return line;
  }

  #arc(index: number): readonly Position[] {
    const known = this.#decoded[index];
    if (known || !Number.isInteger(index) || index >= this.#arcs.length) return known ?? [];
    let [x, y] = [0, 0];
    const arc = list(this.#arcs[index]).map((step): Position => {
      const [dx, dy] = list(step);
      if (!this.#quantized || typeof dx !== 'number' || typeof dy !== 'number') return list(step);
      return this.#position([(x += dx), (y += dy)]);
    });
    this.#decoded[index] = arc;
    return arc;
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function pairOf(value: unknown, otherwise: number): readonly [number, number] {
  const [x, y] = list(value);
  return [typeof x === 'number' ? x : otherwise, typeof y === 'number' ? y : otherwise];
}

function badTopology(options: ReadOptions, what: Text): YztError {
  const name = nameOf(options);
  return new YztError('bad-topojson', {
    zh: `<yzt-dataset>：TopoJSON ${name} ${what.zh}。请重新导出，或改用 GeoJSON。`,
    en: `<yzt-dataset>: the TopoJSON ${name} ${what.en}. Export it again, or use GeoJSON.`,
  });
}

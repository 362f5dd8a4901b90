/** Geometries as GML: 3.2 for WFS 2.0.0, 3.1.1 for 1.1.0. Pure. */
import type { WrittenGeometry, WrittenPosition } from './types.js';

/** How places are written. */
export interface GmlWay {
  /** Name of the system. */
  readonly crs: string;
  readonly northFirst: boolean;
  /** Brings degrees to the system, in place; undefined for degrees. */
  readonly project: ((coordinates: Float64Array) => void) | undefined;
}

/** @throws RangeError for what is no place in degrees, or has none in the system. */
function place([lon, lat]: WrittenPosition, { northFirst, project }: GmlWay): string {
  const pair = Float64Array.of(lon, lat);
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 360) project?.(pair);
  else pair.fill(NaN);
  const [x = NaN, y = NaN] = pair;
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError(`${lon} ${lat}`);
  return northFirst ? `${y} ${x}` : `${x} ${y}`;
}

class GmlText {
  readonly #way: GmlWay;
  #next = 0;

  constructor(way: GmlWay) {
    this.#way = way;
  }

  of(geometry: WrittenGeometry): string {
    switch (geometry.type) {
      case 'Point':
        return this.#point(geometry.coordinates);
      case 'LineString':
        return this.#line(geometry.coordinates);
      case 'Polygon':
        return this.#polygon(geometry.coordinates);
      case 'MultiPoint':
        return this.#many('MultiPoint', 'pointMember', geometry.coordinates.map((one) => this.#point(one)));
      case 'MultiLineString':
        return this.#many('MultiCurve', 'curveMember', geometry.coordinates.map((one) => this.#line(one)));
      case 'MultiPolygon':
        return this.#many('MultiSurface', 'surfaceMember', geometry.coordinates.map((one) => this.#polygon(one)));
    }
  }

  /** GML 3.2 wants an id of each geometry; 3.1.1 takes it. */
  #open(name: string): string {
    return `<gml:${name} gml:id="g${++this.#next}" srsName="${this.#way.crs}" srsDimension="2">`;
  }

  #places(list: readonly WrittenPosition[], least: number): string {
    if (list.length < least) throw new RangeError(`${list.length} < ${least}`);
    return `<gml:posList>${list.map((one) => place(one, this.#way)).join(' ')}</gml:posList>`;
  }

  #point(position: WrittenPosition): string {
    return `${this.#open('Point')}<gml:pos>${place(position, this.#way)}</gml:pos></gml:Point>`;
  }

  #line(list: readonly WrittenPosition[]): string {
    return `${this.#open('LineString')}${this.#places(list, 2)}</gml:LineString>`;
  }

  #polygon(rings: readonly (readonly WrittenPosition[])[]): string {
    if (rings.length === 0) throw new RangeError('0');
    const parts = rings.map((ring, at) => {
      const [first, last] = [ring[0], ring[ring.length - 1]];
      const closed = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
      const name = at === 0 ? 'exterior' : 'interior';
      return `<gml:${name}><gml:LinearRing>${this.#places(closed, 4)}</gml:LinearRing></gml:${name}>`;
    });
    return `${this.#open('Polygon')}${parts.join('')}</gml:Polygon>`;
  }

  #many(name: string, member: string, parts: readonly string[]): string {
    if (parts.length === 0) throw new RangeError('0');
    return `${this.#open(name)}${parts.map((part) => `<gml:${member}>${part}</gml:${member}>`).join('')}</gml:${name}>`;
  }
}

/** Writes geometries of one document as GML, in which each has an id of its own; rings are closed. @throws RangeError for coordinates that are no degrees, and for lines and rings that are too short. */
export function gmlWriter(way: GmlWay): (geometry: WrittenGeometry) => string {
  const text = new GmlText(way);
  return (geometry) => text.of(geometry);
}

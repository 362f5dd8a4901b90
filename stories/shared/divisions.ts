/** Schematic divisions: four districts of four streets of four villages, in squares. Seeded, and no real place: 示例数据. */
import { t } from './words.js';

const [WEST, SOUTH, SIZE] = [120.2, 35.98, 0.4];

interface Square {
  readonly code: string;
  readonly name: string;
  readonly west: number;
  readonly south: number;
  readonly size: number;
}

function quarters({ code, west, south, size }: Square, name: (index: number) => string, digits: number): Square[] {
  return [0, 1, 2, 3].map((index) => ({
    code: code + String(index + 1).padStart(digits, '0'),
    name: name(index + 1),
    west: west + (index % 2) * (size / 2),
    south: south + Math.floor(index / 2) * (size / 2),
    size: size / 2,
  }));
}

function collection(squares: readonly Square[]): object {
  return {
    type: 'FeatureCollection',
    features: squares.map(({ code, name, west, south, size }, i) => ({
      type: 'Feature',
      properties: { code, name, people: 800 + ((i * 7919) % 9000) },
      geometry: { type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] },
    })),
  };
}

/** GeoJSON of the three levels, widest first. Codes lie within each other: 990101, 990101001, 990101001001. */
export function seededDivisions(): readonly [districts: object, streets: object, villages: object] {
  const whole = { code: '9901', name: '', west: WEST, south: SOUTH, size: SIZE };
  const districts = quarters(whole, (n) => t(`示例区 ${n}`, `District ${n}`), 2);
  const streets = districts.flatMap((one) => quarters(one, (n) => t(`${one.name} 街道 ${n}`, `${one.name}, street ${n}`), 3));
  const villages = streets.flatMap((one) => quarters(one, (n) => t(`${one.name} 村 ${n}`, `${one.name}, village ${n}`), 3));
  return [collection(districts), collection(streets), collection(villages)];
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tideLevels, unknownConstituents, type TideConstituent } from './predict-tide.js';

const RAD = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * RAD);
const cos = (degrees: number): number => Math.cos(degrees * RAD);

/** Mean longitudes in degrees at an instant: Moon, Sun, Moon's perigee, Moon's ascending node (Meeus, Astronomical Algorithms, ch. 47 and 25). */
function longitudes(instant: number) {
  const t = (instant - Date.UTC(2000, 0, 1, 12)) / (36525 * 86_400_000);
  return {
    s: 218.3164477 + 481267.88123421 * t,
    h: 280.46646 + 36000.76983 * t,
    p: 83.3532465 + 4069.0137287 * t,
    n: 125.0445479 - 1934.1362891 * t,
    hour: (instant / 3_600_000) % 24,
  };
}

type Longitudes = ReturnType<typeof longitudes>;
type Rule = readonly [argument: (at: Longitudes) => number, factor: (n: number) => number, turn: (n: number) => number];

const one: Rule[1] = () => 1;
const none: Rule[2] = () => 0;
const m2f: Rule[1] = (n) => 1.0004 - 0.0373 * cos(n) + 0.0002 * cos(2 * n);
const m2u: Rule[2] = (n) => -2.14 * sin(n);
const o1f: Rule[1] = (n) => 1.0089 + 0.1871 * cos(n) - 0.0147 * cos(2 * n) + 0.0014 * cos(3 * n);
const o1u: Rule[2] = (n) => 10.8 * sin(n) - 1.34 * sin(2 * n) + 0.19 * sin(3 * n);

/** Arguments and nodal corrections as tables of the Admiralty and the IHO print them, written down apart from the library that the product uses. */
const RULES: Readonly<Record<string, Rule>> = {
  M2: [({ s, h, hour }) => 30 * hour + 2 * h - 2 * s, m2f, m2u],
  S2: [({ hour }) => 30 * hour, one, none],
  N2: [({ s, h, p, hour }) => 30 * hour + 2 * h - 3 * s + p, m2f, m2u],
  K2: [({ h, hour }) => 30 * hour + 2 * h, (n) => 1.0241 + 0.2863 * cos(n) + 0.0083 * cos(2 * n) - 0.0015 * cos(3 * n), (n) => -17.74 * sin(n) + 0.68 * sin(2 * n) - 0.04 * sin(3 * n)],
  K1: [({ h, hour }) => 15 * hour + h + 90, (n) => 1.006 + 0.115 * cos(n) - 0.0088 * cos(2 * n) + 0.0006 * cos(3 * n), (n) => -8.86 * sin(n) + 0.68 * sin(2 * n) - 0.07 * sin(3 * n)],
  O1: [({ s, h, hour }) => 15 * hour + h - 2 * s - 90, o1f, o1u],
  P1: [({ h, hour }) => 15 * hour - h - 90, one, none],
  Q1: [({ s, h, p, hour }) => 15 * hour + h - 3 * s + p - 90, o1f, o1u],
  M4: [({ s, h, hour }) => 60 * hour + 4 * h - 4 * s, (n) => m2f(n) ** 2, (n) => 2 * m2u(n)],
  MS4: [({ s, h, hour }) => 60 * hour + 2 * h - 2 * s, m2f, m2u],
  SA: [({ h }) => h, one, none],
  SSA: [({ h }) => 2 * h, one, none],
};

function independent(constituents: readonly TideConstituent[], instant: number): number {
  const at = longitudes(instant);
  return constituents.reduce((sum, { name, amplitude, phase }) => {
    const [argument, factor, turn] = RULES[name] as Rule;
    return sum + factor(at.n) * amplitude * cos(argument(at) + turn(at.n) - phase);
  }, 0);
}

const rows = readFileSync(new URL('../../../../examples/marine/data/tides.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const stationOf = (station: string): TideConstituent[] =>
  rows.filter(([id]) => id === station).map(([, , , , , , name = '', amplitude, phase]) => ({ name, amplitude: Number(amplitude), phase: Number(phase) }));

describe('tideLevels', () => {
  it('agrees to 1 cm with a sum written down independently, over half a century', () => {
    const apart: number[] = [];
    for (const station of ['shijiusuo', 'lianyungang']) {
      const main = stationOf(station).filter(({ name }) => RULES[name]);
      expect(main).toHaveLength(Object.keys(RULES).length);
      for (const year of [1985, 1994, 2003, 2012, 2019, 2022, 2035]) {
        for (const month of [0, 4, 8]) {
          const from = Date.UTC(year, month, 11);
          const levels = tideLevels(main, { from, to: from + 2 * 86_400_000, step: 60, meanLevel: 100 });
          expect(levels).toHaveLength(49);
          apart.push(...levels.map(({ time, level }) => Math.abs(level - 100 - independent(main, time))));
        }
      }
    }
    expect(Math.max(...apart)).toBeLessThan(1);
  });

  it('has the tide of 石臼所 where that of the Yellow Sea is: two high waters a day, within its highest and lowest astronomical tide', () => {
    const from = Date.UTC(2019, 7, 10);
    const levels = tideLevels(stationOf('shijiusuo'), { from, to: from + 86_400_000, step: 10, meanLevel: 261.1 }).map(({ level }) => level);
    const tops = levels.filter((level, at) => level > (levels[at - 1] ?? Infinity) && level >= (levels[at + 1] ?? Infinity));
    expect(tops).toHaveLength(2);
    // Datums of the same record: highest 5.096 m, lowest −0.326 m.
    expect(Math.max(...levels)).toBeLessThan(509.6);
    expect(Math.min(...levels)).toBeGreaterThan(-32.6);
  });

  it('names constituents that it does not know', () => {
    expect(unknownConstituents([...stationOf('shijiusuo'), { name: 'XY9', amplitude: 1, phase: 0 }, { name: 'toString', amplitude: 1, phase: 0 }])).toEqual(['XY9', 'toString']);
  });
});

/** EPSG codes of the Gauss–Krüger zones of China, of CGCS2000 and the two datums before it. The map has their formulas; readers only name them. */

export type ChineseDatum = 'cgcs2000' | 'xian80' | 'beijing54';

/** First and last central meridian of the 3-degree zones of China. */
const [WEST, EAST] = [75, 135];
const FALSE_EASTING = 500_000;
/** How far a parameter may be from a round number. */
const NEAR = 1e-6;

/** What turns the number of a zone into a code: 3 degrees with and without the number in the easting, 6 degrees with it; and the code of degrees. */
const CODES: Readonly<Record<ChineseDatum, { readonly prefixed3: number; readonly plain3: number; readonly prefixed6: number; readonly degrees: number }>> = {
  cgcs2000: { prefixed3: 4488, plain3: 4509, prefixed6: 4478, degrees: 4490 },
  xian80: { prefixed3: 2324, plain3: 2345, prefixed6: 2314, degrees: 4610 },
  beijing54: { prefixed3: 2376, plain3: 2397, prefixed6: 21_400, degrees: 4214 },
};

/** The datum a Chinese or English name means: `D_Xian_1980`, `2000国家大地坐标系`, `80国家大地坐标系`. */
const NAMES: readonly (readonly [pattern: RegExp, datum: ChineseDatum])[] = [
  [/china[\s_]*(?:geodetic[\s_]*coordinate[\s_]*system[\s_]*)?2000|cgcs[\s_]*2000|2000\s*国家大地/i, 'cgcs2000'],
  [/xi.?an[\s_]*(?:19)?80|西安|80\s*国家大地/i, 'xian80'],
  [/beijing[\s_]*(?:19)?54|new[\s_]*beijing|北京|54\s*国家大地/i, 'beijing54'],
];

/** Code of the degrees of a datum. */
export function degreesCode(datum: ChineseDatum): string {
  return `EPSG:${CODES[datum].degrees}`;
}

/** The datum of a name; undefined for others. */
export function chineseDatum(name: string): ChineseDatum | undefined {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < NEAR;
}

/** The code of a zone by its central meridian in degrees and its false easting in metres; undefined for one that is no standard zone. */
export function zoneCode(meridian: number, easting: number, datum: ChineseDatum): string | undefined {
  const { prefixed3, plain3, prefixed6 } = CODES[datum];
  const third = meridian / 3;
  if (!near(third, Math.round(third)) || meridian < WEST || meridian > EAST) return undefined;
  if (near(easting, FALSE_EASTING)) return `EPSG:${plain3 + Math.round(third)}`;
  const prefix = (easting - FALSE_EASTING) / 1e6;
  if (near(prefix, Math.round(third))) return `EPSG:${prefixed3 + Math.round(prefix)}`;
  return near(prefix, (meridian + 3) / 6) ? `EPSG:${prefixed6 + Math.round(prefix)}` : undefined;
}

/** The code of a zone by its number. @param prefixed The easting begins with the number. */
export function numberedZone(number: number, width: 3 | 6, prefixed: boolean, datum: ChineseDatum): string | undefined {
  return zoneCode(width === 3 ? 3 * number : 6 * number - 3, FALSE_EASTING + (prefixed ? 1e6 * number : 0), datum);
}

/** Pure logic of sheets of paper: sizes, scales that are round, pixels. */

/** Paper of ISO 216, by its short and long side in mm. */
export const PAPERS = { A4: [210, 297], A3: [297, 420], A2: [420, 594] } as const;

export type PaperName = keyof typeof PAPERS;
export type Orientation = 'landscape' | 'portrait';

/** CSS px in a millimetre, and metres in a CSS px: 96 to the inch. */
export const PX_PER_MM = 96 / 25.4;
export const METRES_PER_PX = 0.0254 / 96;

/** Width and height of a sheet in mm. */
export function paperSize(paper: PaperName, orientation: Orientation): readonly [width: number, height: number] {
  const [short, long] = PAPERS[paper];
  return orientation === 'landscape' ? [long, short] : [short, long];
}

/** The denominators people use, between 1 and 10. */
const ROUND = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10];

/** The next round denominator that is not below a number: 1:43,817 → 1:50,000, so that what is to be seen fits. NaN stays. */
export function roundScale(denominator: number): number {
  const power = 10 ** Math.floor(Math.log10(denominator));
  const lead = denominator / power;
  // A hair of tolerance: 50000.0000001 is 50000.
  const step = ROUND.find((one) => one >= lead * (1 - 1e-9)) ?? 10;
  return Math.round(step * power);
}

/** A denominator as people write it: `1:50000`, `50,000`, `5万`; undefined for anything else, and below 1:10. */
export function scaleFrom(words: string): number | undefined {
  const hit = /^(?:1\s*[:：]\s*)?([\d,，.]+)\s*(万)?$/.exec(words.trim());
  const value = Number((hit?.[1] ?? '').replace(/[,，]/g, '')) * (hit?.[2] ? 10_000 : 1);
  return hit && value >= 10 && value <= 1e9 ? value : undefined;
}

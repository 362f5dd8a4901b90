/** How colour tables of standards, printed as three numbers, become `#rrggbb`. */

/** Code and its printed red, green and blue, 0–255. */
export type RgbRow = readonly [code: string, red: number, green: number, blue: number];

/** Three printed numbers, 0–255, as `#rrggbb`. */
export function hex(red: number, green: number, blue: number): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** A printed colour table as a record from code to `#rrggbb`. */
export function hexTable(rows: readonly RgbRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(([code, red, green, blue]) => [code, hex(red, green, blue)]));
}

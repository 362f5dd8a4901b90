/** A table on its way out: into a file or onto the clipboard. Types only. */

/** What a cell may hold. Numbers and instants stay what they are, so that a spreadsheet can calculate with them. */
export type SheetValue = string | number | Date | null;

/** One column of a sheet. */
export interface SheetColumn {
  /** Head of the column, with its unit: `面积（㎡）`. */
  readonly label: string;
  /** Instants are days without a time of day. */
  readonly dateOnly?: boolean;
  /** Digits after the point that numbers are shown with in a spreadsheet; the value keeps all of them. */
  readonly digits?: number;
}

/** Rows that are asked for cell by cell, so that a million of them need no copy. */
export interface Sheet {
  /** Name of the sheet and, without an ending, of the file. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rowCount: number;
  /** @param row Row of the sheet from 0, without the head. @param column Column from 0. */
  cell(row: number, column: number): SheetValue;
}

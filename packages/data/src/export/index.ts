export { csvFile, csvFileInSlices, csvParts, guarded, sheetDate, tsvText, tsvTextInSlices } from './delimited.js';
export type { Sheet, SheetColumn, SheetValue } from './types.js';
export { MAX_SHEET_ROWS, xlsxFile } from './xlsx.js';

/** What a chart gives away as files. Loaded when somebody asks for one. */
import { csvFileInSlices, type Sheet } from '@yizhangtu/data/export';
import type { ChartTable } from '../chart/chart-table.js';
import { pictureOf } from './collect.js';
import { pngFile } from './paint.js';
import { svgDocument } from './svg-file.js';

/** What is drawn in an element, as an SVG document that stands alone. */
export function svgOf(root: Element, background: string, title: string): string {
  return svgDocument(pictureOf(root, background), title);
}

/** What is drawn in an element, as a PNG file. @param scale Pixels for one px. */
export function pngOf(root: Element, background: string, scale: number): Promise<Blob> {
  return pngFile(pictureOf(root, background), scale);
}

/** The data of a chart as a CSV file, written in slices: plain numbers, words made harmless for spreadsheets. */
export function csvOf(table: ChartTable, name: string): Promise<Blob> {
  // Cells are asked for row by row.
  let [at, cells] = [-1, table.rows.slice(0, 0)[0]];
  const sheet: Sheet = {
    name,
    columns: table.columns.map(({ head }) => ({ label: head })),
    rowCount: table.rows.length,
    cell: (row, column) => {
      if (row !== at) [at, cells] = [row, table.rows.slice(row, row + 1)[0]];
      const cell = cells?.[column];
      return cell?.value ?? (cell && cell.text !== '—' ? cell.text : null);
    },
  };
  return csvFileInSlices(sheet);
}

// From samples to what the results page shows.
import { medianOf, ratioOf } from './ratios.mjs';

/**
 * @typedef {object} Measure
 * @property {string} key
 * @property {string} label column head
 * @property {(sample: any) => number | undefined} read
 * @property {number} [digits]
 * @property {boolean} [ratio] also shown divided by the baseline, of the same round
 */

/** One table: a row a library, a cell a measure. @param {string} [baseline] Library that ratios are against. */
export function tableOf(title, samples, measures, rounds, baseline) {
  const rows = Object.entries(samples).map(([name, list]) => ({
    name,
    ...(list.every((sample) => sample.failed) && { failed: list[0]?.failed }),
    cells: Object.fromEntries(measures.map(({ key, read, ratio }) => {
      const safe = (sample) => (sample.failed ? undefined : read(sample));
      return [key, { value: medianOf(list, safe), ...(ratio && ratioOf(samples, name, safe, baseline)) }];
    })),
  }));
  return { title, rounds, ...(baseline && { baseline }), columns: measures.map(({ key, label, digits = 0, ratio = false }) => ({ key, label, digits, ratio })), rows };
}

/** A cell of a table that a case has written; undefined if it is not there. */
export function cellOf(results, caseId, title, name, key) {
  const table = results[caseId]?.tables.find((one) => one.title === title);
  return table?.rows.find((row) => row.name === name)?.cells[key];
}

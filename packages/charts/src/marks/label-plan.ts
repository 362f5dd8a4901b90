import type { Named } from './brief-names.js';
import { shortened, wrapped, type MeasureText } from './text-fit.js';

/** How the labels under a vertical chart are written so that none touches the next. */
export interface LabelPlan {
  /** Lines of every label, in order. Labels that would not fit are empty. */
  readonly lines: readonly (readonly string[])[];
  /** Most lines of any label. */
  readonly rows: number;
  /** Every how many bars one label is written: 1 = all. */
  readonly every: number;
  /** Length of the longest label where they are written downwards, px; absent where they lie. */
  readonly down?: number;
}

/** Least room for a label before labels are left out: about two Han characters. */
const LEAST_CHARACTERS = 2;
/** Room of those that are left, so that they can be read in two lines: as the widest needs, or so many Han characters. */
const ROOM_CHARACTERS = 6;
/** In places narrower than so many Han characters names that would be cut are written downwards instead, */
const NARROW_CHARACTERS = 5;
/** as long as so many, */
const DOWN_CHARACTERS = 7;
/** in places of so many at least. */
const COLUMN_CHARACTERS = 1.5;

/**
 * Fits labels into places of `step` px: in one line, else wrapped into two, else in two rows by turns, else only every n-th is written.
 * @param gap Space to the next label, px.
 */
export function labelPlan(labels: readonly string[], step: number, measure: MeasureText, gap = 6): LabelPlan {
  const han = measure('汉');
  const half = (Math.max(0, ...labels.map(measure)) + han) / 2;
  const room = Math.min(Math.max(half, han * LEAST_CHARACTERS), han * ROOM_CHARACTERS);
  const every = step >= han * LEAST_CHARACTERS + gap ? 1 : Math.max(1, Math.ceil((room + gap) / Math.max(1e-6, step)));
  const width = step * every - gap;
  // One so near to the end that it would have to move inwards would lie on the one before it.
  const ends = (index: number): boolean => index > 0 && every > 1 && (labels.length - index - 0.5) * step < room / 2;
  const lines = labels.map((label, index) => (index % every === 0 && !ends(index) ? wrapped(label, width, 2, measure) : []));
  const cut = every === 1 && isCut(lines);
  if (cut && labels.every((label) => measure(label) <= step * 2 - gap)) {
    return { lines: labels.map((label, index) => (index % 2 === 0 ? [label] : ['', label])), every, rows: 2 };
  }
  return { lines, every, rows: lines.reduce((most, one) => Math.max(most, one.length), 0) };
}

function downwards(labels: readonly string[], most: number, measure: MeasureText): LabelPlan {
  const lines = labels.map((label) => shortened(label, most, measure));
  return { lines: lines.map((line) => [line]), every: 1, rows: 1, down: Math.max(...lines.map(measure)) };
}

/** As `labelPlan`, with the short forms of names where full ones would be cut or left out, and downwards where these would be, too. */
export function namesPlan(names: readonly Named[], step: number, measure: MeasureText): LabelPlan {
  const full = labelPlan(names.map(({ label }) => label), step, measure);
  if (isWhole(full)) return full;
  const briefs = names.map(({ label, short }) => short ?? label);
  const brief = names.every(({ short }) => short === undefined) ? full : labelPlan(briefs, step, measure);
  const han = measure('汉');
  const narrow = step >= han * COLUMN_CHARACTERS && step < han * NARROW_CHARACTERS;
  return isWhole(brief) || !narrow || isSeries(briefs) ? brief : downwards(briefs, han * DOWN_CHARACTERS, measure);
}

/** Months, years, numbers: those that are left out are known from the others. */
const isSeries = (names: readonly string[]): boolean => names.every((name) => /\d/.test(name));
const isWhole = ({ every, lines }: LabelPlan): boolean => every === 1 && !isCut(lines);

const isCut = (lines: LabelPlan['lines']): boolean => lines.some((own) => own.some((line) => line.endsWith('…')));

/** True when texts centred on places of `step` px do not touch: value labels are shown for all bars or for none. */
export function fitsEverywhere(texts: readonly string[], step: number, measure: MeasureText, gap = 4): boolean {
  return texts.every((text) => measure(text) + gap <= step);
}

/** The middle of a text as near to `centre` as a chart of `width` px allows: a wide label of the first or last bar moves inwards. */
export function keptInside(centre: number, text: number, width: number): number {
  return text >= width ? width / 2 : Math.min(Math.max(centre, text / 2), width - text / 2);
}

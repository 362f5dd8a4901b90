/** Breaks a label into lines as Chinese is set: 避头尾, whole Latin words, lines about equally long. A chunk of its own. Pure. */
import type { RenderStyle } from './types.js';

/** Marks that begin no line, 避头 (GB/T 15834, JIS X 4051). */
const NO_START = /^[、，。．・：；！？…—～·％%‰℃°)\]}）】》〉」』〕”’,.;:!?々〇]/u;
/** Marks that end no line, 避尾. */
const NO_END = /[([{（【《〈「『〔“‘¥$￥#]$/u;
/** Characters that lines may be broken between; everything else sticks together. */
const WIDE = /[\u2e80-\u2fff\u3005-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]/u;
/** Numbers stay with the measure behind them, and with the 第 before them. */
const BEFORE_NUMBER = /第$/;
const COUNTER = /^[号楼期届路年月日层栋座区组线号院小中]/;
/** Where a name is parted best: behind what it lies in. */
const WITHIN = /(?:省|市|区|县|旗|镇|乡|村|街道|办事处)$/;

/** More lines than this hide the map. */
const MOST_LINES = 3;
/** What breaks cost between two words and within one, in squares of a Han character. */
const BETWEEN_WORDS = 0.5;
const WITHIN_WORD = 5;

interface Unit {
  readonly text: string;
  readonly width: number;
  /** A space stood before it. */
  readonly spaced: boolean;
  /** It begins a word. */
  readonly fresh: boolean;
}

/** What TypeScript's library for this target does not have. */
interface WithSegmenter {
  readonly Segmenter?: new (locale: string, options: { granularity: 'word' }) => { segment(text: string): Iterable<{ readonly index: number }> };
}

/** Where words begin, by the dictionary of the browser; kernels before Chromium 87 have none, and then every character may. */
function wordStarts(text: string): ReadonlySet<number> | undefined {
  const { Segmenter } = Intl as WithSegmenter;
  if (!Segmenter) return undefined;
  return new Set([...new Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ index }) => index));
}

/** Han characters one by one, words and numbers whole. */
function pieces(text: string): string[] {
  const out: string[] = [];
  for (const character of text) {
    const last = out[out.length - 1];
    const sticks = last !== undefined && character !== ' ' && !last.endsWith(' ') && !WIDE.test(character) && !WIDE.test(last.slice(-2));
    if (sticks || (character === ' ' && last !== undefined)) out[out.length - 1] = last + character;
    else if (character !== ' ') out.push(character);
  }
  return out;
}

function mustStick(before: string, after: string): boolean {
  if (NO_END.test(before) || NO_START.test(after)) return true;
  return (BEFORE_NUMBER.test(before) && /^[\d一二三四五六七八九十]/.test(after)) || (/\d$/.test(before) && COUNTER.test(after));
}

/** What no break goes through. */
function unitsOf(text: string, measure: (text: string) => number): Unit[] {
  const joined: string[] = [];
  for (const piece of pieces(text)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && mustStick(last.trim(), piece)) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  const starts = wordStarts(text);
  let at = 0;
  return joined.map((piece, index) => {
    const trimmed = piece.trim();
    const fresh = starts?.has(at) ?? true;
    at += piece.length;
    return { text: trimmed, width: measure(trimmed), spaced: joined[index - 1]?.endsWith(' ') === true, fresh };
  });
}

/** Width of units from `from` to before `to`, on one line. */
function widthOf(units: readonly Unit[], from: number, to: number, space: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += (units[at] as Unit).width + (at > from && (units[at] as Unit).spaced ? space : 0);
  return width;
}

function textOf(units: readonly Unit[], from: number, to: number): string {
  return units.slice(from, to).reduce((text, unit, index) => text + (index > 0 && unit.spaced ? ' ' : '') + unit.text, '');
}

/** Fewest lines that fit, taken greedily; a unit wider than a line has one to itself. */
function fewestLines(units: readonly Unit[], most: number, space: number): number {
  let [lines, from] = [1, 0];
  for (let to = 1; to < units.length; to++)
    if (widthOf(units, from, to + 1, space) > most) {
      lines++;
      from = to;
    }
  return lines;
}

/** Cost of a break before a unit: none where a name is parted well. */
function breakCost(units: readonly Unit[], at: number, em: number): number {
  const { text = '', spaced = false, fresh = true } = units[at] ?? {};
  const before = textOf(units, Math.max(0, at - 3), at);
  const good = spaced || WITHIN.test(before) || /^[（(《【〔「]/.test(text) || /[）)》】〕」、，；：·]$/.test(before);
  return good ? 0 : (fresh ? BETWEEN_WORDS : WITHIN_WORD) * em * em;
}

/** Ends of lines: as even as can be, broken where it hurts least (Knuth and Plass, "Breaking paragraphs into lines", 1981, for a few units). */
function bestEnds(units: readonly Unit[], count: number, most: number, em: number, space: number): number[] {
  const mean = widthOf(units, 0, units.length, space) / count;
  let table = new Map<number, { readonly cost: number; readonly ends: number[] }>([[0, { cost: 0, ends: [] }]]);
  for (let line = 1; line <= count; line++) {
    const next: typeof table = new Map();
    for (const [from, { cost, ends }] of table)
      for (let to = from + 1; to <= units.length; to++) {
        const width = widthOf(units, from, to, space);
        if ((width > most && to > from + 1) || (line === count && to < units.length)) continue;
        const total = cost + (width - mean) ** 2 + (to < units.length ? breakCost(units, to, em) : 0);
        if (total < (next.get(to)?.cost ?? Infinity)) next.set(to, { cost: total, ends: [...ends, to] });
      }
    table = next;
  }
  return table.get(units.length)?.ends ?? [units.length];
}

/** The first lines, the last of them with … */
function cut(lines: readonly string[], measure: (text: string) => number, most: number): string[] {
  const kept = lines.slice(0, MOST_LINES);
  const characters = [...(kept[MOST_LINES - 1] as string)];
  while (characters.length > 1 && measure(`${characters.join('')}…`) > most) characters.pop();
  return [...kept.slice(0, -1), `${characters.join('')}…`];
}

/** How a label is broken. */
export interface LineRoom {
  /** Width of a text, px. */
  readonly measure: (text: string) => number;
  /** Width of a Han character, px. */
  readonly em: number;
  /** Width of a line, in Han characters. */
  readonly width: number;
}

/** The lines of a label, at most three. A word wider than a line is not broken. */
export function labelLines(text: string, { measure, em, width }: LineRoom): readonly string[] {
  const most = width * em + 0.01;
  if (measure(text) <= most) return [text];
  const units = unitsOf(text, measure);
  if (units.length < 2) return [text];
  const space = measure(' ');
  const count = fewestLines(units, most, space);
  let from = 0;
  const lines = bestEnds(units, count, most, em, space).map((to) => {
    const line = textOf(units, from, to);
    from = to;
    return line;
  });
  return lines.length > MOST_LINES ? cut(lines, measure, most) : lines;
}

/** Narrowest and widest line, in Han characters. */
const NARROWEST = 2;
const WIDEST = 40;
/** Lines kept at most: the same labels come back each frame. */
const MOST_KEPT = 20_000;

/** Breaks labels into lines no wider than so many Han characters, 2 to 40. */
export function lineBreaker(asked: number): NonNullable<RenderStyle['lines']> {
  const width = Math.max(NARROWEST, Math.min(WIDEST, asked));
  const kept = new Map<string, readonly string[]>();
  let last = 0;
  return (text, measure, em) => {
    if (em !== last || kept.size > MOST_KEPT) kept.clear();
    last = em;
    let lines = kept.get(text);
    if (!lines) kept.set(text, (lines = labelLines(text, { measure, em, width })));
    return lines;
  };
}

import { briefNames, type Named } from '../marks/brief-names.js';
import type { MeasureText } from '../marks/text-fit.js';

/** The columns of a ranking, px from the left. */
export interface RankingLayout {
  /** Right edge of the rank number. */
  readonly rank: number;
  /** Left edge of the label and its room. */
  readonly label: number;
  readonly labelWidth: number;
  /** The names of the rows, to be cut at `labelWidth`. */
  readonly names: readonly string[];
  /** The bar's track. */
  readonly track: number;
  readonly trackWidth: number;
  /** Right edge of the value. */
  readonly value: number;
}

export interface RankingTexts {
  readonly ranks: readonly string[];
  readonly labels: readonly Named[];
  readonly values: readonly string[];
}

const GAP = 10;
/** Labels take at most this share of the width. */
const LABEL_SHARE = 0.4;

/** Widths of the columns: ranks and values take what they need, labels up to a share, the track the rest. */
export function rankingLayout(width: number, texts: RankingTexts, measure: MeasureText): RankingLayout {
  const widest = (list: readonly string[]): number => list.reduce((most, text) => Math.max(most, measure(text)), 0);
  const rank = widest(texts.ranks);
  const label = rank === 0 ? 0 : rank + GAP;
  const names = briefNames(texts.labels, width * LABEL_SHARE, measure);
  const labelWidth = Math.min(widest(names), width * LABEL_SHARE);
  const track = label + labelWidth + GAP;
  const trackWidth = Math.max(0, width - widest(texts.values) - GAP - track);
  return { rank, label, labelWidth, names, track, trackWidth, value: width };
}

/** Which base maps there are to choose from, and which one is shown. Pure. */
import { YztError, type ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';

/** Kinds of 天地图 that are offered, in their usual order. 地形 and 晕渲 are one layer there. */
export const TIANDITU_KINDS = ['vec', 'img', 'ter'] as const;
export type OfferedKind = (typeof TIANDITU_KINDS)[number];

/** A base map to choose. */
export interface BasemapOption {
  /** For `value`. */
  readonly value: string;
  readonly label: Text;
  /** What it looks like, for a preview: `own` for a pair of the page's. */
  readonly look: OfferedKind | 'land' | 'none' | 'own';
  /** Whether it has names that can be switched off. */
  readonly annotated: boolean;
}

/** A base map that the page brings, of one layer or more with the same `name`. */
export interface OwnPair {
  readonly name: string;
  readonly label: string;
  readonly annotated: boolean;
}

/** What the page gave. */
export interface Given {
  /** Kinds of 天地图, as an attribute has them; others than the known ones do not count. */
  readonly kinds: string;
  /** A key, or the address of a mirror: without either 天地图 is not offered. */
  readonly tianditu: boolean;
  readonly own: readonly OwnPair[];
}

const LABELS: Readonly<Record<OfferedKind | 'land' | 'none', Text>> = {
  vec: { zh: '矢量', en: 'Map' },
  img: { zh: '影像', en: 'Imagery' },
  ter: { zh: '地形晕渲', en: 'Terrain' },
  land: { zh: '简图', en: 'Outline' },
  none: { zh: '无底图', en: 'None' },
};

/** Everything to choose from: pairs of the page, 天地图, the outline of the land, nothing. A pair with the name of another takes its place. */
export function optionsOf({ kinds, tianditu, own }: Given): BasemapOption[] {
  const isOffered = (kind: string): kind is OfferedKind => (TIANDITU_KINDS as readonly string[]).includes(kind);
  const offered = tianditu ? [...new Set(kinds.split(/\s+/))].filter(isOffered) : [];
  const known = [...offered, 'land' as const, 'none' as const].map((value): BasemapOption => ({ value, label: LABELS[value], look: value, annotated: value !== 'land' && value !== 'none' }));
  const owned = own.map(({ name, label, annotated }): BasemapOption => {
    const same = known.find(({ value }) => value === name);
    const words = label.trim();
    return { value: name, label: words ? { zh: words, en: words } : (same?.label ?? { zh: name, en: name }), look: same?.look ?? 'own', annotated };
  });
  const others = owned.filter(({ value }) => !known.some((option) => option.value === value));
  return [...others, ...known.map((option) => owned.find(({ value }) => value === option.value) ?? option)];
}

/** The one that is shown: as the page says, else the first. */
export function chosenOf(options: readonly BasemapOption[], value: string): BasemapOption {
  const chosen = options.find((option) => option.value === value) ?? options[0];
  if (!chosen) throw new Error('no base map');
  return chosen;
}

/** The error of a layer as that of the base map it belongs to: what happened, and what is seen instead. */
export function fallbackError(tag: string, error: YztError): YztError {
  const code: ErrorCode = error.code;
  const own = (words: string): string => words.replace(/^<[a-z-]+>\s*[:：]?\s*/, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return new YztError(
    code,
    {
      zh: `<${tag}>：底图不可用，暂以简图代替。${own(error.in('zh-CN'))}`,
      en: `<${tag}>: the base map is not there, an outline stands for it. ${own(error.in('en'))}`,
    },
    { cause: error },
  );
}

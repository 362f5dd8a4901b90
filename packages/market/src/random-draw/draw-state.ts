/** What a draw has come to. Each step holds what the next one needs; going back forgets what follows. */
import type { Text } from '@yizhangtu/base/locale';
import type { DrawRecord, Inspector, Minutes, StratumRule, Subject, Verification } from '../calc/index.js';

/** 1 冻结名录: lists that no longer follow their datasets. */
export interface Frozen {
  readonly pool: readonly Subject[];
  readonly inspectors: readonly Inspector[];
  readonly poolHash: string;
  readonly inspectorsHash: string;
}

/** What one party brings to the seed. */
export interface Party {
  readonly name: string;
  readonly part: string;
}

/** 2 公布承诺: the seed, and what is published of it. */
export interface Committed {
  readonly seed: string;
  readonly commitment: string;
}

/** Everything of a draw that was begun. */
export interface DrawState {
  readonly rules: readonly StratumRule[];
  readonly parties: readonly Party[];
  readonly operator: string;
  readonly frozen?: Frozen | undefined;
  readonly committed?: Committed | undefined;
  /** Somebody confirmed that the commitment is known to all. */
  readonly published: boolean;
  readonly record?: DrawRecord | undefined;
  readonly minutes?: Minutes | undefined;
  /** Page of the table, from 0. */
  readonly page: number;
  /** Commitment that a record is held against, as typed. */
  readonly held: string;
  readonly verified?: { readonly of: string; readonly result: Verification } | undefined;
}

/** The steps, in their order. */
export const STEPS: readonly Text[] = [
  { zh: '冻结名录', en: 'Freeze the lists' },
  { zh: '公布承诺', en: 'Publish the commitment' },
  { zh: '抽取', en: 'Draw' },
  { zh: '派员', en: 'Send inspectors' },
  { zh: '抽取记录', en: 'Minutes' },
  { zh: '复核', en: 'Verify' },
];

/** Rows of one page of the table. */
export const PAGE_ROWS = 20;

/** Nothing was done yet. */
export function freshState(rules: readonly StratumRule[]): DrawState {
  return { rules, parties: [{ name: '', part: '' }, { name: '', part: '' }], operator: '', published: false, page: 0, held: '' };
}

/** Steps that are done, 0 to 6: the next one is where the reader works. Drawing and sending out are one calculation. */
export function stepsDone({ frozen, committed, published, record, verified }: DrawState): number {
  if (verified) return 6;
  if (record) return 5;
  if (committed && published) return 2;
  return frozen ? 1 : 0;
}

/** Parties with something in both fields. A seed of one part is the choice of one. */
export function partiesSpeak({ parties }: Pick<DrawState, 'parties'>): boolean {
  return parties.filter(({ name, part }) => name.trim() !== '' && part.trim() !== '').length >= 2;
}

/** Subjects a person has to visit: fewest and most, over all inspectors. */
export function loadSpan(record: DrawRecord, inspectors: readonly Inspector[]): { readonly least: number; readonly most: number; readonly unsent: number } {
  const load = new Map(inspectors.map(({ id }) => [id, 0]));
  for (const { inspectors: pair } of record.result) for (const id of pair) load.set(id, (load.get(id) ?? 0) + 1);
  const loads = [...load.values()];
  return { least: Math.min(...loads), most: Math.max(...loads), unsent: record.result.filter(({ inspectors: pair }) => pair.length === 0).length };
}

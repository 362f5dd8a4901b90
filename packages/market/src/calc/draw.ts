/**
 * 双随机抽查: subjects and inspectors drawn so that anybody can do it again and get the same, byte for byte. The pool is frozen by its hash, the seed is
 * committed to before the draw, and places follow from HMAC-SHA-256: neither the order of the pool nor the machine has a say.
 */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { byUnits, canonicalText, hmacWith, listHashSteps, sha256Hex, utf8, type Plain } from './digest.js';
import type { DrawnStratum, DrawnSubject, DrawPlan, DrawRecord, DrawScene, Inspector, StratumRule, Subject } from './draw-types.js';
import { pairedInspectors } from './pair-inspectors.js';

/** What a draw is made from. */
export interface DrawInput {
  readonly plan: DrawPlan;
  readonly pool: readonly Subject[];
  readonly inspectors: readonly Inspector[];
  /** 64 hexadecimal digits, for example of `seedOf`. */
  readonly seed: string;
  readonly scene: DrawScene;
}

const SEED = /^[0-9a-f]{64}$/;
const WHOLE = 10_000;

/** The hash of a pool, whatever its order: shown to everybody before the draw. @throws YztError `bad-argument` for a code that is empty or there twice. */
export function poolHash(pool: readonly Subject[]): string {
  return atOnce(poolHashSteps(pool));
}

/** The same in steps, for a page that must stay responsive: yields the part done, 0 to 1. @throws YztError `bad-argument` as `poolHash` does. */
export function* poolHashSteps(pool: readonly Subject[]): Steps<string> {
  return yield* hashSteps(frozenPool(pool));
}

/** The hash of the list of inspectors, whatever its order. @throws YztError `bad-argument` for an id that is empty or there twice. */
export function inspectorsHash(inspectors: readonly Inspector[]): string {
  return atOnce(hashSteps(frozenStaff(inspectors)));
}

/** A seed from what several parties bring, in this order: a lottery result of the day, numbers written down by each office. Nobody who brings a part knows the whole. */
export function seedOf(parts: readonly string[]): string {
  return sha256Hex(canonicalText(parts));
}

/** What is published before the draw, so that the seed cannot be changed afterwards. @throws YztError `bad-argument` for what is no seed. */
export function seedCommitment(seed: string): string {
  checkSeed(seed);
  return sha256Hex(seed);
}

/** Draws. @throws YztError `bad-argument` naming what cannot be. */
export function draw(input: DrawInput): DrawRecord {
  return atOnce(drawSteps(input));
}

/** The same in steps, for a page that must stay responsive: yields the part done, 0 to 1. @throws YztError `bad-argument` as `draw` does. */
export function* drawSteps({ plan, pool, inspectors, seed, scene }: DrawInput): Steps<DrawRecord> {
  checkSeed(seed);
  const rules = checkedRules(plan);
  const subjects = frozenPool(pool);
  const staff = frozenStaff(inspectors);
  yield 0;
  const drawn: Stratum[] = [];
  for (const rule of rules) drawn.push(yield* drawnFrom(rule, subjects, plan.id, seed));
  const chosen = drawn.flatMap(({ chosen: subjectsOf }) => subjectsOf);
  const bySubject = new Map(subjects.map((subject) => [subject.uscc, subject]));
  const pairs = yield* pairedInspectors(chosen.map(({ uscc }) => bySubject.get(uscc) as Subject), staff, { planId: plan.id, seed, each: eachOf(plan) });
  const record: Omit<DrawRecord, 'recordHash'> = {
    algorithm: 'yizhangtu-draw',
    version: 1,
    plan,
    scene,
    poolHash: yield* hashSteps(subjects),
    poolCount: subjects.length,
    inspectorsHash: yield* hashSteps(staff),
    inspectorsCount: staff.length,
    commitment: seedCommitment(seed),
    seed,
    strata: drawn.map(({ stratum }) => stratum),
    excluded: subjects.filter(({ excluded }) => excluded !== undefined).map(({ uscc, excluded = '' }) => ({ uscc, reason: excluded })),
    result: chosen.map((one, at) => ({ ...one, ...(pairs[at] as Pick<DrawnSubject, 'inspectors' | 'skipped'>) })),
  };
  return { ...record, recordHash: recordHash(record) };
}

/** The hash of a record without its own. */
export function recordHash(record: Omit<DrawRecord, 'recordHash'>): string {
  return sha256Hex(canonicalText({ ...record, recordHash: undefined } as unknown as Plain));
}

/** A record as text in its one form, for a file: the same bytes on every machine. */
export function recordText(record: DrawRecord): string {
  return canonicalText(record as unknown as Plain);
}

interface Stratum {
  readonly stratum: DrawnStratum;
  readonly chosen: readonly Omit<DrawnSubject, 'inspectors' | 'skipped'>[];
}

function* drawnFrom({ stratum, perTenThousand, least = 0 }: StratumRule, subjects: readonly Subject[], planId: string, seed: string): Steps<Stratum> {
  const all = subjects.filter((subject) => subject.stratum === stratum);
  const able = all.filter(({ excluded }) => excluded === undefined);
  // Whole numbers only: 7 % of 100 is 7.000000000000001 in decimals, and would be 8.
  const wanted = Math.floor((able.length * perTenThousand + WHOLE - 1) / WHOLE);
  const count = Math.min(able.length, Math.max(least, wanted));
  const keyFrom = hmacWith(seed, `${canonicalText(['subject', planId, stratum]).slice(0, -1)},`);
  const keyed: Omit<DrawnSubject, 'inspectors' | 'skipped' | 'order'>[] = [];
  for (const { uscc, name } of able) {
    keyed.push({ uscc, name, stratum, key: keyFrom(utf8(`${canonicalText(uscc)}]`)) });
    yield 0;
  }
  const chosen = keyed.sort((a, b) => byUnits(a.key, b.key) || byUnits(a.uscc, b.uscc)).slice(0, count).map((one, at) => ({ ...one, order: at + 1 }));
  return { stratum: { stratum, perTenThousand, least, count: able.length, excluded: all.length - able.length, drawn: count }, chosen };
}

const frozenPool = (pool: readonly Subject[]): Subject[] => frozen(pool, ({ uscc }) => uscc, '检查对象', 'subject');
const frozenStaff = (inspectors: readonly Inspector[]): Inspector[] => frozen(inspectors, ({ id }) => id, '检查人员', 'inspector');

/** The hash of a list that is in its order. */
function hashSteps(list: readonly (Subject | Inspector)[]): Steps<string> {
  return listHashSteps(list as unknown as readonly Plain[]);
}

/** In the order of their ids, each once. */
function frozen<T>(list: readonly T[], idOf: (one: T) => string, zh: string, en: string): T[] {
  const sorted = [...list].sort((a, b) => byUnits(idOf(a), idOf(b)));
  const wrong = sorted.find((one, at) => idOf(one) === '' || (at > 0 && idOf(one) === idOf(sorted[at - 1] as T)));
  if (wrong === undefined) return sorted;
  const id = idOf(wrong);
  throw bad(id === '' ? { zh: `有${zh}没有代码。`, en: `A ${en} has no code.` } : { zh: `${zh}「${id}」出现了两次。请先去重。`, en: `The ${en} "${id}" is there twice. Remove one.` });
}

function checkedRules({ id, strata }: DrawPlan): readonly StratumRule[] {
  if (id === '') throw bad({ zh: '抽查计划没有编号（id）。', en: 'The plan has no id.' });
  strata.forEach(({ stratum, perTenThousand, least = 0 }, at) => {
    const twice = strata.findIndex((other) => other.stratum === stratum) < at;
    const isRatio = Number.isInteger(perTenThousand) && perTenThousand >= 0 && perTenThousand <= WHOLE;
    if (twice || !isRatio || !Number.isInteger(least) || least < 0) {
      throw bad({
        zh: `分类「${stratum}」的抽取规则不对：${twice ? '出现了两次' : `perTenThousand=${perTenThousand}、least=${least}，应为 0–10000 的整数和非负整数`}。`,
        en: `The rule of class "${stratum}" is wrong: ${twice ? 'it is there twice' : `perTenThousand=${perTenThousand}, least=${least}; whole numbers are due, 0 to 10000 and 0 or more`}.`,
      });
    }
  });
  return strata;
}

function eachOf({ inspectorsEach = 2 }: DrawPlan): number {
  if (Number.isInteger(inspectorsEach) && inspectorsEach >= 2 && inspectorsEach <= 10) return inspectorsEach;
  throw bad({ zh: `每个对象的检查人员数 ${inspectorsEach} 不对：执法检查不少于 2 人，至多 10 人。`, en: `${inspectorsEach} inspectors a subject: 2 to 10 are due.` });
}

function checkSeed(seed: string): void {
  if (!SEED.test(seed)) throw bad({ zh: '种子应是 64 位小写十六进制数。可用 seedOf([…]) 由各方提供的内容生成。', en: 'A seed has 64 hexadecimal digits in small letters. Make one with seedOf([…]) from what the parties bring.' });
}

function bad(text: Text): YztError {
  return new YztError('bad-argument', text);
}

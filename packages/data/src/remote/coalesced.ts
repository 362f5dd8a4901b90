/** Questions of one moment that differ only in what they measure become one. Pure. */
import { measureWords } from '../model/measures.js';
import type { Answer, Group, Measure, Part } from '../model/query-types.js';
import type { GroupsQuestion } from './types.js';

/** One question for several. */
export interface Coalesced {
  readonly question: GroupsQuestion;
  /** Which measures of the question each of the several has, by the place of it in the list. */
  readonly picks: ReadonlyMap<number, readonly number[]>;
  /** Those of the several that ask for no groups, and take the total. */
  readonly totals: ReadonlySet<number>;
}

/** What must be the same for two questions to become one. Groups are in the order of their first measure, so that must be the same too. */
function sameness({ measures, ...others }: GroupsQuestion): string {
  const ordered = others.groupBy !== undefined && others.order !== 'key';
  return JSON.stringify([others, ordered && measures[0]]);
}

/** Questions that have become one so far. */
interface Gathered {
  readonly question: GroupsQuestion;
  readonly measures: Map<string, Measure>;
  readonly picks: Map<number, number[]>;
  readonly totals: Set<number>;
}

/** Adds measures. Returns their places among all. */
function placesOf({ measures }: Gathered, wanted: Iterable<Measure>): number[] {
  return [...wanted].map((measure) => {
    const words = measureWords(measure);
    if (!measures.has(words)) measures.set(words, measure);
    return [...measures.keys()].indexOf(words);
  });
}

/** Measures that cost a group as little as they cost the whole. */
const CHEAP: ReadonlySet<Measure['kind']> = new Set(['count', 'sum', 'mean', 'min', 'max']);

/** Whether the totals of a question answer one about the same rows without groups. A question without a limit may fail for its number of groups. */
function holdsTotals({ groupBy, splitBy, limit, scope, conditions }: GroupsQuestion, whole: GroupsQuestion): boolean {
  if (groupBy === undefined || splitBy !== undefined || limit === undefined) return false;
  return JSON.stringify([scope, conditions]) === JSON.stringify([whole.scope, whole.conditions]);
}

/** Lets questions without groups be answered by the totals of one that has them: the rows are read once less. */
function withTotals(sets: readonly Gathered[]): Gathered[] {
  return sets.filter((set) => {
    if (set.question.groupBy !== undefined || ![...set.measures.values()].every(({ kind }) => CHEAP.has(kind))) return true;
    const host = sets.find(({ question }) => holdsTotals(question, set.question));
    if (!host) return true;
    const places = placesOf(host, set.measures.values());
    for (const [index, picks] of set.picks) {
      host.picks.set(index, picks.map((pick) => places[pick] as number));
      host.totals.add(index);
    }
    return false;
  });
}

/** As few questions as possible for many. @param totals Whether totals come with groups at no cost. */
export function coalesced(questions: readonly GroupsQuestion[], totals = false): Coalesced[] {
  const sets = new Map<string, Gathered>();
  questions.forEach((question, index) => {
    const key = sameness(question);
    const set: Gathered = sets.get(key) ?? { question, measures: new Map(), picks: new Map(), totals: new Set() };
    sets.set(key, set);
    set.picks.set(index, placesOf(set, question.measures));
  });
  const all = [...sets.values()];
  return (totals ? withTotals(all) : all).map(({ measures, ...set }) => ({ ...set, question: { ...set.question, measures: [...measures.values()] } }));
}

function picked<P extends Part>(part: P, picks: readonly number[]): P {
  const parts = (part as Partial<Group>).parts;
  const values = picks.map((index) => part.values[index] ?? Number.NaN);
  return { ...part, values, ...(parts && { parts: parts.map((one) => picked(one, picks)) }) };
}

/** The part of an answer that belongs to one of the questions. @param whole It asked for no groups. */
export function answerFor(answer: Answer, picks: readonly number[], whole = false): Answer {
  const { groups, rest } = answer;
  const total = picked(answer.total, picks);
  if (whole) return { groups: [total], total };
  return { ...answer, groups: groups.map((group) => picked(group, picks)), total, ...(rest && { rest: picked(rest, picks) }) };
}

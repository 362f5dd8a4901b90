/** Questions of one moment that differ only in what they measure become one. Pure. */
import { measureWords } from '../model/measures.js';
import type { Answer, Group, Measure, Part } from '../model/query-types.js';
import type { GroupsQuestion } from './types.js';

/** One question for several. */
export interface Coalesced {
  readonly question: GroupsQuestion;
  /** Which measures of the question each of the several has, by the place of it in the list. */
  readonly picks: ReadonlyMap<number, readonly number[]>;
}

/** What must be the same for two questions to become one. Groups are in the order of their first measure, so that must be the same too. */
function sameness({ measures, ...others }: GroupsQuestion): string {
  const ordered = others.groupBy !== undefined && others.order !== 'key';
  return JSON.stringify([others, ordered && measures[0]]);
}

/** As few questions as possible for many. */
export function coalesced(questions: readonly GroupsQuestion[]): Coalesced[] {
  const sets = new Map<string, { question: GroupsQuestion; measures: Map<string, Measure>; picks: Map<number, number[]> }>();
  questions.forEach((question, index) => {
    const key = sameness(question);
    const set = sets.get(key) ?? { question, measures: new Map<string, Measure>(), picks: new Map<number, number[]>() };
    sets.set(key, set);
    const picks = question.measures.map((measure) => {
      const words = measureWords(measure);
      if (!set.measures.has(words)) set.measures.set(words, measure);
      return [...set.measures.keys()].indexOf(words);
    });
    set.picks.set(index, picks);
  });
  return [...sets.values()].map(({ question, measures, picks }) => ({ question: { ...question, measures: [...measures.values()] }, picks }));
}

function picked<P extends Part>(part: P, picks: readonly number[]): P {
  const parts = (part as Partial<Group>).parts;
  const values = picks.map((index) => part.values[index] ?? Number.NaN);
  return { ...part, values, ...(parts && { parts: parts.map((one) => picked(one, picks)) }) };
}

/** The part of an answer that belongs to one of the questions. */
export function answerFor(answer: Answer, picks: readonly number[]): Answer {
  const { groups, rest, total } = answer;
  return { ...answer, groups: groups.map((group) => picked(group, picks)), total: picked(total, picks), ...(rest && { rest: picked(rest, picks) }) };
}

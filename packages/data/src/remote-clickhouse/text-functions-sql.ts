/** Functions of texts as SQL. What each one means is what `expression/functions.ts` does with rows. */
import { literalSql } from './literal-sql.js';
import { bound, finiteSql, numberOrNan } from './let-sql.js';
import { lowerSql } from './lower-sql.js';
import { parsedNumberSql } from './parse-sql.js';
import { trimmedSql } from './trimmed-sql.js';
import { quotedText } from './values.js';
import type { WriteSql } from './function-sql.js';
import { writtenNumberSql } from './write-number-sql.js';

const NONE = literalSql('text', undefined);

/** Whole numbers, as far as texts are long. */
const whole = (value: string): string => `toInt64(least(greatest(${value}, -1e9), 1e9))`;

/** Letters between two places from 0, counted from the end where they are negative, as a list of the page is cut. */
function sliceSql(text: string, start: string, end: string): string {
  const length = `toInt64(lengthUTF8(${text}))`;
  const at = (place: string): string => `if(${place} < 0, greatest(0, ${length} + ${place}), least(${place}, ${length}))`;
  return bound([text, at(start), at(end)], (letters, from, to) => `arrayStringConcat(arraySlice(extractAll(${letters}, '(?s).'), ${from} + 1, greatest(0, ${to} - ${from})))`, '_s');
}

/** A part of a text. @param write Of a text that is there, and of numbers that are. */
function partSql(text: string, numbers: readonly string[], write: (text: string, ...numbers: string[]) => string): string {
  return bound([text, ...numbers], (word = '', ...given) => {
    const missing = [`isNull(${word})`, ...given.map((one) => `isNaN(${one})`)].join(' OR ');
    return `if(${missing}, NULL, ${write(`assumeNotNull(${word})`, ...given.map(whole))})`;
  });
}

/** Places that are known are cut out by one expression, which takes a fraction of the time. The server's own function takes some letters of four bytes apart. */
function knownPart(text: string, from: unknown, count: unknown): string | undefined {
  if (![from, count].every((one) => typeof one === 'number' && one >= 1 && one < 1000)) return undefined;
  return `extract(${text}, ${quotedText(`(?s)^.{${Math.trunc(from as number) - 1}}(.{0,${Math.trunc(count as number)}})`)})`;
}

const left: WriteSql = ([text = '', count = ''], given) =>
  knownPart(text, 1, given.constant(1)) ?? partSql(text, [count], (word, n) => sliceSql(word, 'toInt64(0)', `greatest(0, ${n})`));

const right: WriteSql = ([text = '', count = '']) =>
  partSql(text, [count], (word, n = '') => bound([word, `toInt64(lengthUTF8(${word}))`, `greatest(0, ${n})`], (letters = '', length, some) => sliceSql(letters, `(${length} - least(${some}, ${length}))`, `${length}`), '_r'));

const substring: WriteSql = ([text = '', from = '', count], given) => {
  const known = count === undefined ? undefined : knownPart(text, given.constant(1), given.constant(2));
  if (known) return known;
  return partSql(text, [from, ...(count === undefined ? [] : [count])], (word, first, more = 'toInt64(1000000000)') =>
    bound([word, `toInt64(lengthUTF8(${word}))`, `${first}`, more], (letters = '', length, place, n) => {
      const begin = `if(${place} < 0, ${length} + ${place}, greatest(0, ${place} - 1))`;
      return sliceSql(letters, `(${begin})`, `((${begin}) + greatest(0, ${n}))`);
    }, '_r'));
};

const replace: WriteSql = ([text = ''], given) => {
  const [old, next] = [given.value(1), given.value(2)];
  if (typeof old !== 'string' || typeof next !== 'string') return NONE;
  return old === '' ? text : `replaceAll(${text}, ${quotedText(old)}, ${quotedText(next)})`;
};

const contains: WriteSql = ([text = '', other = ''], given) => {
  const known = given.constant(1);
  if (typeof known === 'string' && known !== '') return `ifNull((position(${text}, ${other}) > 0) * 2, 1)`;
  return bound([text, other], (word, part) => {
    const [whole, sought] = [`assumeNotNull(${word})`, `assumeNotNull(${part})`];
    // Looked at once more: early servers find the letter of number 0 everywhere.
    return `if(isNull(${word}) OR isNull(${part}), 1, (substring(${whole}, greatest(position(${whole}, ${sought}), 1), length(${sought})) = ${sought}) * 2)`;
  });
};

const test = (name: 'startsWith' | 'endsWith'): WriteSql => ([text = '', other = '']) =>
  bound([text, other], (word, part) => `if(isNull(${word}) OR isNull(${part}), 1, ${name}(assumeNotNull(${word}), assumeNotNull(${part})) * 2)`);

const joined: WriteSql = (args) => (args.length === 1 ? (args[0] as string) : `concat(${args.join(', ')})`);

/**
 * Letters that become two: the server turns one into one. Of rare scripts and of signs such as Ⅳ and ⓐ each version of the server knows other letters,
 * and leaves the rest as they are: that differs from memory, as the guide says.
 */
const upper = (text: string): string => `replaceAll(upperUTF8(${text}), 'ß', 'SS')`;

export const TEXT_SQL: ReadonlyMap<string, WriteSql> = new Map<string, WriteSql>([
  ['&', joined],
  ['concat', joined],
  ['length', ([text = '']) => numberOrNan(`lengthUTF8(${text})`)],
  ['lower', ([text = '']) => lowerSql(text)],
  ['upper', ([text = '']) => upper(text)],
  ['trim', ([text = '']) => trimmedSql(text)],
  ['left', left],
  ['right', right],
  ['substring', substring],
  ['replace', replace],
  ['contains', contains],
  ['startswith', test('startsWith')],
  ['endswith', test('endsWith')],
  ['number', ([text = '']) => finiteSql(parsedNumberSql(text))],
  ['text', ([value = '']) => writtenNumberSql(value)],
]);


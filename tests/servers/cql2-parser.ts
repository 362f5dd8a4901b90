/**
 * CQL2 text as rows understand it, for tests: written from the grammar of OGC 21-065r2 (Annex B) and from nothing else, so that it shares no
 * mistake with the code that writes such text. Truth has three values, as in SQL.
 */

/** A row: values by property, and a place. */
export interface Cql2Row {
  readonly [property: string]: string | number | boolean | null | readonly [lon: number, lat: number];
}

type Truth = boolean | null;
type Value = string | number | boolean | null | Date | readonly [number, number];
type Area = { readonly box?: readonly number[]; readonly ring?: readonly (readonly [number, number])[] };
type Test = (row: Cql2Row) => Truth;

const TOKEN = /\s*(?:(?<number>[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|'(?<text>(?:[^'\\]|''|\\'|\\)*)'|"(?<name>[^"]+)"|(?<word>[A-Za-z_]\w*)|(?<sign><=|>=|<>|[=<>(),]))/y;

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'word' | 'sign';
  readonly value: string;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ''; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw new SyntaxError(`no CQL2 at ${at}: ${text}`);
    const [kind, value] = Object.entries(groups).find(([, found]) => found !== undefined) as [Token['kind'], string];
    tokens.push({ kind, value: kind === 'text' ? value.replace(/''|\\'/g, "'") : kind === 'word' ? value.toUpperCase() : value });
  }
  return tokens;
}

/** A pattern of LIKE: `%` any letters, `_` one, `\` takes their meaning away. */
function likes(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\([\s\S])|[%_]|[.*+?^${}()|[\]\\]/g, (letter: string, plain?: string) => {
    if (plain !== undefined) return plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return letter === '%' ? '[^]*' : letter === '_' ? '[^]' : `\\${letter}`;
  });
  return new RegExp(`^${source}$`, 'u').test(text);
}

function inRing([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[j]] as [[number, number], [number, number]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

class Parser {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  all(): Test {
    const test = this.#or();
    if (this.#at < this.#tokens.length) throw new SyntaxError(`too much: ${JSON.stringify(this.#tokens[this.#at])}`);
    return test;
  }

  #take(value: string): boolean {
    const token = this.#tokens[this.#at];
    if (!token || token.value !== value || (token.kind !== 'word' && token.kind !== 'sign')) return false;
    this.#at++;
    return true;
  }

  #want(value: string): void {
    if (!this.#take(value)) throw new SyntaxError(`${value} is missing at ${JSON.stringify(this.#tokens[this.#at])}`);
  }

  #or(): Test {
    const parts = [this.#and()];
    while (this.#take('OR')) parts.push(this.#and());
    return (row) => parts.reduce<Truth>((so, part) => (so === true ? true : ((now) => (now === true ? true : so === null || now === null ? null : false))(part(row))), false);
  }

  #and(): Test {
    const parts = [this.#not()];
    while (this.#take('AND')) parts.push(this.#not());
    return (row) => parts.reduce<Truth>((so, part) => (so === false ? false : ((now) => (now === false ? false : so === null || now === null ? null : true))(part(row))), true);
  }

  #not(): Test {
    if (!this.#take('NOT')) return this.#primary();
    const inner = this.#not();
    return (row) => ((truth) => (truth === null ? null : !truth))(inner(row));
  }

  #primary(): Test {
    if (this.#take('S_INTERSECTS')) return this.#intersects();
    if (this.#take('(')) {
      const inner = this.#or();
      this.#want(')');
      return inner;
    }
    const left = this.#scalar();
    if (this.#take('IS')) {
      const not = this.#take('NOT');
      this.#want('NULL');
      return (row) => (left(row) === null) !== not;
    }
    if (this.#take('LIKE')) {
      const pattern = this.#scalar();
      return (row) => ((text) => (text === null ? null : likes(String(text), String(pattern(row)))))(left(row));
    }
    const sign = this.#tokens[this.#at++]?.value ?? '';
    const right = this.#scalar();
    return (row) => compared(left(row), sign, right(row));
  }

  #scalar(): (row: Cql2Row) => Value {
    const token = this.#tokens[this.#at++];
    if (token?.kind === 'number') return () => Number(token.value);
    if (token?.kind === 'text') return () => token.value;
    if (token?.kind === 'name') return (row) => (Object.hasOwn(row, token.value) ? (row[token.value] as Value) : null);
    if (token?.value === 'TRUE' || token?.value === 'FALSE') return () => token.value === 'TRUE';
    if (token?.value !== 'CASEI' && token?.value !== 'DATE' && token?.value !== 'TIMESTAMP') throw new SyntaxError(`no value: ${JSON.stringify(token)}`);
    this.#want('(');
    const inner = this.#scalar();
    this.#want(')');
    if (token.value === 'CASEI') return (row) => ((text) => (typeof text === 'string' ? text.toLowerCase() : text))(inner(row));
    return (row) => new Date(String(inner(row)));
  }

  #intersects(): Test {
    this.#want('(');
    const place = this.#scalar();
    this.#want(',');
    const area = this.#area();
    this.#want(')');
    return (row) => {
      const at = place(row);
      if (!Array.isArray(at)) return null;
      const [lon, lat] = at as [number, number];
      const [west = 0, south = 0, east = 0, north = 0] = area.box ?? [];
      return area.ring ? inRing([lon, lat], area.ring) : lon >= west && lon <= east && lat >= south && lat <= north;
    };
  }

  #area(): Area {
    const box = this.#take('BBOX');
    if (!box) this.#want('POLYGON');
    this.#want('(');
    if (!box) this.#want('(');
    const numbers: number[] = [];
    for (let token = this.#tokens[this.#at]; token && token.value !== ')'; token = this.#tokens[++this.#at]) if (token.kind === 'number') numbers.push(Number(token.value));
    this.#want(')');
    if (!box) this.#want(')');
    return box ? { box: numbers } : { ring: Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]] as [number, number]) };
  }
}

function compared(left: Value, sign: string, right: Value): Truth {
  if (left === null || right === null) return null;
  const plain = (one: Value, other: Value): string | number | boolean => (one instanceof Date ? one.getTime() : other instanceof Date ? Date.parse(String(one)) : (one as string | number | boolean));
  const [a, b] = [plain(left, right), plain(right, left)];
  if (typeof a !== typeof b) throw new TypeError(`${typeof a} ${sign} ${typeof b}`);
  if (sign === '=') return a === b;
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  if (sign === '>') return a > b;
  if (sign === '>=') return a >= b;
  throw new SyntaxError(`no comparison: ${sign}`);
}

/** The rows a condition is true of. @throws SyntaxError for what is no CQL2. */
export function rowsThatMeet<R extends Cql2Row>(rows: readonly R[], text: string): R[] {
  const test = new Parser(text).all();
  return rows.filter((row) => test(row) === true);
}

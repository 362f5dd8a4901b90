/** SVG path data as polylines: read number by number, so that text from a page can only ever become coordinates. Pure. */
import { YztError } from './errors.js';

/** One stretch of a path that is drawn without lifting the pen. */
export interface PathRing {
  /** x, y alternating. */
  readonly xy: readonly number[];
  /** Ends where it began. */
  readonly closed: boolean;
}

/** Numbers that each command takes. */
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
/** Longest path data that is read, characters. */
const LONGEST = 20_000;

const NUMBER = /^[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/;
const FLAG = /^[\s,]*([01])/;

interface Command {
  readonly letter: string;
  readonly relative: boolean;
  readonly numbers: readonly number[];
}

function bad(d: string, at: number): YztError {
  const near = d.slice(Math.max(0, at - 8), at + 12);
  return new YztError('bad-argument', {
    zh: `SVG 路径在第 ${at + 1} 个字符「${near}」处无法识读。只能用 M L H V C S Q T A Z 和数字，并以 M 开头。`,
    en: `SVG path data cannot be read at character ${at + 1}, "${near}". Use M L H V C S Q T A Z and numbers, beginning with M.`,
  });
}

/** The commands of a path, each with its own numbers: repeated ones are written out. */
function commandsOf(d: string): Command[] {
  if (d.length > LONGEST) throw bad(d, LONGEST);
  const out: Command[] = [];
  let at = 0;
  while (/\S/.test(d.slice(at))) {
    const head = /^[\s,]*([MLHVCSQTAZ])/i.exec(d.slice(at));
    if (!head || (out.length === 0 && head[1]?.toUpperCase() !== 'M')) throw bad(d, at);
    at += head[0].length;
    const written = head[1] as string;
    const upper = written.toUpperCase();
    const many = ARGUMENTS[upper] as number;
    let first = true;
    do {
      const numbers: number[] = [];
      for (let i = 0; i < many; i++) {
        // The two flags of an arc may stand without a gap: a1 1 0 012 2.
        const found = (upper === 'A' && (i === 3 || i === 4) ? FLAG : NUMBER).exec(d.slice(at));
        if (!found) throw bad(d, at);
        at += found[0].length;
        numbers.push(Number(found[1]));
      }
      out.push({ letter: upper === 'M' && !first ? 'L' : upper, relative: written !== upper, numbers });
      first = false;
    } while (many > 0 && NUMBER.test(d.slice(at)));
  }
  return out;
}

/** Walks along commands and writes polylines. */
class Pen {
  readonly rings: PathRing[] = [];
  readonly #tolerance: number;
  #xy: number[] = [];
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;
  /** Control point of the last curve, for the smooth commands; NaN after anything else. */
  #controlX = Number.NaN;
  #controlY = Number.NaN;
  #last = '';

  constructor(tolerance: number) {
    this.#tolerance = tolerance;
  }

  run({ letter, relative, numbers }: Command): void {
    const at = (index: number) => numbers[index] as number;
    const x = (index: number) => at(index) + (relative ? this.#x : 0);
    const y = (index: number) => at(index) + (relative ? this.#y : 0);
    if (letter === 'M') this.#move(x(0), y(1));
    else if (letter === 'L') this.#line(x(0), y(1));
    else if (letter === 'H') this.#line(x(0), this.#y);
    else if (letter === 'V') this.#line(this.#x, y(0));
    else if (letter === 'C') this.#cubic(x(0), y(1), x(2), y(3), x(4), y(5));
    else if (letter === 'S') this.#cubic(...this.#mirrored('CS'), x(0), y(1), x(2), y(3));
    else if (letter === 'Q') this.#quadratic(x(0), y(1), x(2), y(3));
    else if (letter === 'T') this.#quadratic(...this.#mirrored('QT'), x(0), y(1));
    else if (letter === 'A') this.#arc(at(0), at(1), at(2), at(3) === 1, at(4) === 1, x(5), y(6));
    else this.#close();
    this.#last = letter;
  }

  end(): readonly PathRing[] {
    this.#flush(false);
    return this.rings;
  }

  #flush(closed: boolean): void {
    if (this.#xy.length > 2 || (closed && this.#xy.length === 2)) this.rings.push({ xy: this.#xy, closed });
    this.#xy = [];
  }

  #move(x: number, y: number): void {
    this.#flush(false);
    this.#x = this.#startX = x;
    this.#y = this.#startY = y;
    this.#xy = [x, y];
  }

  #line(x: number, y: number): void {
    // After a closed ring the next one begins where that began.
    if (this.#xy.length === 0) this.#xy = [this.#x, this.#y];
    this.#xy.push(x, y);
    this.#x = x;
    this.#y = y;
  }

  #close(): void {
    this.#flush(true);
    this.#x = this.#startX;
    this.#y = this.#startY;
  }

  #mirrored(after: string): [number, number] {
    const smooth = this.#last !== '' && after.includes(this.#last);
    return smooth ? [2 * this.#x - this.#controlX, 2 * this.#y - this.#controlY] : [this.#x, this.#y];
  }

  #cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const x0 = this.#x;
    const y0 = this.#y;
    const bend = Math.max(Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x, y1 - 2 * y2 + y));
    // Farthest a chord of an nth of a cubic strays: 6/8 of the bend ÷ n².
    const steps = this.#steps(0.75 * bend);
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const s = 1 - t;
      this.#line(
        s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x,
        s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y,
      );
    }
    this.#controlX = x2;
    this.#controlY = y2;
  }

  #quadratic(x1: number, y1: number, x: number, y: number): void {
    const x0 = this.#x;
    const y0 = this.#y;
    this.#cubic(x0 + (2 / 3) * (x1 - x0), y0 + (2 / 3) * (y1 - y0), x + (2 / 3) * (x1 - x), y + (2 / 3) * (y1 - y), x, y);
    this.#controlX = x1;
    this.#controlY = y1;
  }

  #steps(stray: number): number {
    return Math.min(64, Math.max(1, Math.ceil(Math.sqrt(stray / this.#tolerance))));
  }

  /** An elliptical arc by its end points (SVG 2, appendix B.2). */
  #arc(rx: number, ry: number, degrees: number, large: boolean, sweep: boolean, x: number, y: number): void {
    const x0 = this.#x;
    const y0 = this.#y;
    if (rx === 0 || ry === 0 || (x === x0 && y === y0)) {
      this.#line(x, y);
      return;
    }
    const turn = (degrees * Math.PI) / 180;
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    const px = (cos * (x0 - x) + sin * (y0 - y)) / 2;
    const py = (-sin * (x0 - x) + cos * (y0 - y)) / 2;
    const scale = Math.sqrt(Math.max(1, (px / rx) ** 2 + (py / ry) ** 2));
    const a = Math.abs(rx) * scale;
    const b = Math.abs(ry) * scale;
    const root = Math.sqrt(Math.max(0, (a * b) ** 2 / ((a * py) ** 2 + (b * px) ** 2) - 1)) * (large === sweep ? -1 : 1);
    const cx = (root * a * py) / b;
    const cy = (-root * b * px) / a;
    const from = Math.atan2((py - cy) / b, (px - cx) / a);
    let angle = Math.atan2((-py - cy) / b, (-px - cx) / a) - from;
    if (sweep && angle < 0) angle += 2 * Math.PI;
    if (!sweep && angle > 0) angle -= 2 * Math.PI;
    const steps = Math.max(1, Math.ceil(Math.abs(angle) / (2 * Math.acos(Math.max(0, 1 - this.#tolerance / Math.max(a, b))))));
    for (let i = 1; i < steps; i++) {
      const at = from + (angle * i) / steps;
      const ex = a * Math.cos(at) + cx;
      const ey = b * Math.sin(at) + cy;
      this.#line(cos * ex - sin * ey + (x0 + x) / 2, sin * ex + cos * ey + (y0 + y) / 2);
    }
    this.#line(x, y);
  }
}

/**
 * The polylines of SVG path data.
 * @param tolerance Farthest a polyline may stray from a curve, in units of the path.
 * @throws YztError `bad-argument` for anything that is not path data; the message says where.
 */
export function pathRings(d: string, tolerance = 0.05): readonly PathRing[] {
  const pen = new Pen(tolerance);
  for (const command of commandsOf(d)) pen.run(command);
  return pen.end();
}

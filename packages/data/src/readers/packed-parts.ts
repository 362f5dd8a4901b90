/** Members of the header of packed columns, each looked at before it is believed. */
import type { YztError } from '@yizhangtu/base/errors';
import { ALIGNMENT, TYPE_BYTES, type PackedNumbers, type PackedScale, type PackedSection, type PackedType, type WordSections } from './packed-format.js';
import { packedFault } from './packed-fault.js';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const FLOATS: readonly PackedType[] = ['f32', 'f64'];
/** Types a column of numbers may have. */
export const NUMBERS: readonly PackedType[] = ['u8', 'u16', 'u32', 'i16', 'i32', ...FLOATS];
const UNSIGNED: readonly PackedType[] = ['u8', 'u16', 'u32'];

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

/** What a section must be. */
interface Wanted {
  readonly types: readonly PackedType[];
  /** Numbers it must have; any if unset. */
  readonly length?: number | undefined;
}

/** Reads members of one header. All errors name the file and the member. */
export class HeaderParts {
  readonly #file: string;
  /** Bytes behind the header. */
  readonly #room: number;

  constructor(file: string, room: number) {
    this.#file = file;
    this.#room = room;
  }

  fault(zh: string, en: string): YztError {
    return packedFault(this.#file, { zh, en });
  }

  object(value: unknown, name: string): Json {
    if (isObject(value)) return value;
    throw this.fault(`文件头缺少「${name}」`, `the header lacks "${name}"`);
  }

  count(value: unknown, name: string): number {
    if (isCount(value)) return value;
    throw this.fault(`文件头中「${name}」不是非负整数`, `"${name}" in the header is no whole number of at least 0`);
  }

  /** A section that lies within the file, begins where numbers may, and has the wanted length. */
  section(value: unknown, name: string, wanted: Wanted): PackedSection {
    const { type, at, length } = this.object(value, name);
    const known = wanted.types.find((candidate) => candidate === type);
    if (!known) {
      throw this.fault(`「${name}」的类型「${String(type).slice(0, 20)}」不可用，应为 ${wanted.types.join('、')}`, `"${name}" has the type "${String(type).slice(0, 20)}" instead of ${wanted.types.join(', ')}`);
    }
    if (!isCount(at) || at % ALIGNMENT !== 0 || !isCount(length)) {
      throw this.fault(`「${name}」的位置不是 ${ALIGNMENT} 的倍数，或长度不是整数`, `the place of "${name}" is no multiple of ${ALIGNMENT}, or its length no whole number`);
    }
    if (wanted.length !== undefined && length !== wanted.length) {
      throw this.fault(`「${name}」有 ${length} 个数，应为 ${wanted.length} 个`, `"${name}" has ${length} numbers, ${wanted.length} are needed`);
    }
    const end = at + length * TYPE_BYTES[known];
    if (end > this.#room) {
      throw this.fault(`「${name}」到第 ${end} 字节，而数据只有 ${this.#room} 字节`, `"${name}" ends at byte ${end}, the data at ${this.#room}`);
    }
    return { type: known, at, length };
  }

  /** Numbers, plain or scaled. @param lanes Numbers a row. @param plain Types they may have when not scaled. */
  numbers(value: unknown, name: string, length: number, lanes: number, plain: readonly PackedType[]): PackedNumbers {
    const given = this.object(value, name);
    const scaled = 'base' in given || 'divide' in given || 'multiply' in given || 'delta' in given;
    if (!scaled) return this.section(value, name, { types: plain, length });
    return { ...this.section(value, name, { types: UNSIGNED, length }), scale: this.#scale(given, name, lanes), ...(given['rounded'] === true && { rounded: true }) };
  }

  #scale({ base, multiply = 1, divide = 1, delta = false }: Json, name: string, lanes: number): PackedScale {
    const bases = Array.isArray(base) ? (base as unknown[]) : [base];
    const whole = bases.every((one): one is number => Number.isSafeInteger(one));
    if (!whole || bases.length !== lanes || !isCount(multiply) || multiply === 0 || !isCount(divide) || divide === 0 || typeof delta !== 'boolean') {
      throw this.fault(`「${name}」的 base、multiply、divide 或 delta 无效`, `base, multiply, divide or delta of "${name}" make no sense`);
    }
    return { base: bases, multiply, divide, delta };
  }

  codes(value: unknown, name: string, length: number): PackedSection {
    return this.section(value, name, { types: UNSIGNED, length });
  }

  bytes(value: unknown, name: string, length?: number): PackedSection {
    return this.section(value, name, { types: ['u8'], length });
  }

  starts(value: unknown, name: string, length?: number): PackedSection {
    return this.section(value, name, { types: ['u32'], length });
  }

  words(value: unknown, name: string, count?: number): WordSections {
    const { bytes, offsets } = this.object(value, name);
    const found = { bytes: this.bytes(bytes, `${name}.bytes`), offsets: this.starts(offsets, `${name}.offsets`, count === undefined ? undefined : count + 1) };
    if (found.offsets.length === 0) throw this.fault(`「${name}.offsets」为空`, `"${name}.offsets" is empty`);
    return found;
  }
}

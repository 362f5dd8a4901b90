/** 脱敏: what may be shown of personal data. A mask never shows more of a short value than of a long one. */
import type { FieldSchema } from './types.js';

export type Mask = NonNullable<FieldSchema['mask']>;

/** All masks. */
export const MASKS: readonly Mask[] = ['name', 'phone', 'id-card', 'address', 'coarse', 'hidden'];

const STARS = '***';
/** Family names of two characters that are common enough to meet. Table of the Ministry of Public Security's 2020 name report and 百家姓. */
export const DOUBLE_NAMES = new Set(['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '令狐', '慕容', '司徒', '夏侯', '端木', '长孙', '宇文', '南宫']);
/** Ends of the names of places down to town and street office (乡镇、街道), which may be shown. */
const PLACE_END = /[省市区县旗州盟镇乡]|街道/g;
/** Where the exact part of an address begins: a road, a lane, a number. What follows is never looked at (超市 is no city). */
const EXACT = /[路巷弄号\d０-９]|街(?!道)|大道/;

/** Halves of letters, which must stay together. */
const HALVES = /[\ud800-\udfff]/;

/** The letters of a value; where each is one place of the string, the string itself, which costs a tenth. */
function lettersOf(value: string): string | readonly string[] {
  const text = value.trim();
  return HALVES.test(text) ? [...text] : text;
}

/** Some letters as a string. */
function textOf(letters: string | readonly string[]): string {
  return typeof letters === 'string' ? letters : letters.join('');
}

function name(value: string): string {
  const letters = lettersOf(value);
  if (letters.length <= 1) return '*';
  const family = letters.length > 2 && DOUBLE_NAMES.has(textOf(letters.slice(0, 2))) ? 2 : 1;
  return textOf(letters.slice(0, family)) + '*'.repeat(letters.length - family);
}

function ends(value: string, head: number, tail: number): string {
  const letters = lettersOf(value);
  const hidden = letters.length - head - tail;
  return hidden < 4 ? '*'.repeat(Math.max(letters.length, 3)) : textOf(letters.slice(0, head)) + '*'.repeat(hidden) + textOf(letters.slice(-tail));
}

function address(value: string): string {
  const text = value.trim();
  const exact = text.search(EXACT);
  const places = exact === -1 ? text : text.slice(0, exact);
  let end = 0;
  for (const hit of places.matchAll(PLACE_END)) end = hit.index + hit[0].length;
  return end < text.length ? text.slice(0, end) + STARS : STARS;
}

/** A value as it may be shown: 张**, 138****5678, 370***********12, 青岛市市南区***, *** for everything hidden. What is masked already stays as it is. */
export function masked(value: string, mask: Mask): string {
  if (mask === 'coarse') return value;
  if (value.trim() === '' || mask === 'hidden') return STARS;
  if (mask === 'name') return name(value);
  if (mask === 'phone') return ends(value, 3, 4);
  return mask === 'id-card' ? ends(value, 3, 2) : address(value);
}

/** What people look for – «table tennis» – as types of sports grounds. The words are this library's own; the types are those of `sports-venue-type`. */
import type { Text } from '@yizhangtu/base/locale';

/** A sport, and the types of grounds where it is played. */
export interface Sport {
  readonly id: string;
  readonly label: Text;
  /** Codes of `sports-venue-type`. */
  readonly types: readonly string[];
}

type Row = readonly [id: string, zh: string, en: string, types: readonly number[]];

const ROWS: readonly Row[] = [
  ['path', '健身路径', 'Exercise paths', [82]],
  ['walk', '健步登山', 'Walking, hiking', [80, 81]],
  ['basketball', '篮球', 'Basketball', [11, 40, 41]],
  ['table-tennis', '乒乓球', 'Table tennis', [16, 50]],
  ['badminton', '羽毛球', 'Badminton', [15, 49]],
  ['football', '足球', 'Football', [26, 37, 38, 39]],
  ['tennis', '网球', 'Tennis', [27, 47]],
  ['volleyball', '排球', 'Volleyball', [12, 42, 43]],
  ['swimming', '游泳', 'Swimming', [6, 8, 72]],
  ['running', '田径跑步', 'Running', [1, 2, 3, 4]],
  ['fitness', '健身房', 'Fitness centres', [21]],
  ['martial-arts', '武术搏击', 'Martial arts', [17, 18]],
  ['roller', '轮滑', 'Roller skating', [34, 53]],
  ['gateball', '门球', 'Gateball', [36, 57]],
  ['climbing', '攀岩', 'Climbing', [77, 78]],
  ['snow', '滑雪滑冰', 'Snow and ice', [31, 32, 33, 58, 59, 60, 74, 75]],
];

/** Sports, the usual ones first. */
export const SPORTS: readonly Sport[] = ROWS.map(([id, zh, en, types]) => ({ id, label: { zh, en }, types: types.map(String) }));

/** The sports that can be played where there are grounds of these types, in the order of the list. */
export function sportsOf(types: Iterable<string>): readonly Sport[] {
  const there = new Set(types);
  return SPORTS.filter((sport) => sport.types.some((type) => there.has(type)));
}

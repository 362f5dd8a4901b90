/** Times of a service: lists and intervals of ISO 8601, as WMS (annex C, D of OGC 06-042) and WMTS write them. Pure. */

/** More times than this nobody moves a slider through; an interval that has more stays an interval. */
export const MOST_TIMES = 10_000;

/** Times in the order of the service. */
export interface TimeList {
  readonly values: readonly string[];
  /** Intervals that were left as they are: too many times, without a step, or with an end that is no time (`current`). */
  readonly left: readonly string[];
}

interface Step {
  readonly months: number;
  readonly ms: number;
}

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const TIME = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d(?:\.\d+)?))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/** A period in months and milliseconds; undefined for none, and for one that goes nowhere. */
function stepOf(period: string): Step | undefined {
  const found = PERIOD.exec(period.trim().toUpperCase());
  if (!found) return undefined;
  const [y = 0, mo = 0, w = 0, d = 0, h = 0, mi = 0, s = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const step = { months: 12 * y + mo, ms: 1000 * (s + 60 * (mi + 60 * (h + 24 * (d + 7 * w)))) };
  return step.months > 0 || step.ms > 0 ? step : undefined;
}

function instantOf(time: string): number | undefined {
  const found = TIME.exec(time.trim());
  if (!found) return undefined;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = found;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second.padStart(2, '0')}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(at) ? undefined : at;
}

/** Steps from the beginning, not from the last one: a month after 31 January does not make every later month short. */
function stepped(from: number, { months, ms }: Step, count: number): number {
  const date = new Date(from);
  if (months > 0) {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + count * months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  return date.getTime() + count * ms;
}

/** An instant written as exactly as another time, or more exactly where that would lose something. */
function writtenAs(at: number, like: string): string {
  const iso = new Date(at).toISOString();
  const length = like.trim().length;
  if (length <= 10) {
    const short = iso.slice(0, length);
    return instantOf(short) === at ? short : iso.replace('.000Z', 'Z');
  }
  return /\.\d/.test(like) ? iso : iso.replace('.000Z', 'Z');
}

function expanded(text: string, room: number): string[] | undefined {
  const [start = '', end = '', period = ''] = text.split('/');
  const [from, to, step] = [instantOf(start), instantOf(end), stepOf(period)];
  if (from === undefined || to === undefined || !step) return undefined;
  const values: string[] = [];
  for (let count = 0; ; count++) {
    const at = stepped(from, step, count);
    if (at > to) return values;
    if (values.length >= room) return undefined;
    values.push(writtenAs(at, start));
  }
}

/** All times of a list such as `2019,2020-01-01/2020-12-31/P1M`. */
export function timeList(text: string): TimeList {
  const values: string[] = [];
  const left: string[] = [];
  for (const one of text.split(',').map((part) => part.trim()).filter(Boolean)) {
    const many = one.includes('/') ? expanded(one, MOST_TIMES - values.length) : values.length < MOST_TIMES ? [one] : undefined;
    if (many) values.push(...many);
    else left.push(one);
  }
  return { values, left };
}

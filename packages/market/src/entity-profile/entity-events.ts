/** The life of one subject as events in order of time, and what is overdue. Pure, so that it is tested without a browser. */
import type { Text } from '@yizhangtu/base/locale';
import { EVENT_KINDS } from '../data/event-kinds.js';
import { instantOf, type UsccFault } from '../calc/index.js';

/** What is read of a dataset: `Dataset` has it. */
export interface RowsToRead {
  readonly rowCount: number;
  value(row: number, field: string): unknown;
  /** A cell as people read it: names of codes, units. Without it the value itself. */
  words?(row: number, field: string): string;
}

/** One event. */
export interface EntityEvent {
  /** Milliseconds; NaN where the day is not known. */
  readonly time: number;
  /** Code of its kind, as the data has it. */
  readonly kind: string;
  readonly word: Text;
  readonly dept: string;
  readonly summary: string;
  readonly result: string;
  /** Day until which something holds or is to be done, milliseconds; undefined without one. */
  readonly due?: number | undefined;
  readonly overdue: boolean;
}

/** Field of an event with the code of its subject. */
export const EVENT_CODE = 'uscc';

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string | number)).trim();

const both = (word: string): Text => ({ zh: word, en: word });

/** A cell in words; nothing for a missing value. */
function cell(events: RowsToRead, row: number, field: string): string {
  const bare = text(events.value(row, field));
  return bare === '' ? '' : (events.words?.(row, field) ?? bare).trim();
}

/**
 * The events of a subject, the newest first; those without a day last. Cells are told in the words of their fields, kinds that are none of this library's too.
 * @param code The subject's, as in the column `uscc` of the events.
 * @param today Milliseconds: what was due before is overdue.
 */
export function entityEvents(events: RowsToRead, code: string, today: number): EntityEvent[] {
  const found: EntityEvent[] = [];
  for (let row = 0; row < events.rowCount; row++) {
    if (text(events.value(row, EVENT_CODE)) !== code) continue;
    const kind = text(events.value(row, 'kind'));
    const due = instantOf(events.value(row, 'due'));
    found.push({
      time: instantOf(events.value(row, 'date')), kind, word: EVENT_KINDS[kind] ?? both(cell(events, row, 'kind')),
      dept: cell(events, row, 'dept'), summary: cell(events, row, 'summary'), result: cell(events, row, 'result'),
      ...(!Number.isNaN(due) && { due }), overdue: due < today,
    });
  }
  return found.sort((a, b) => (Number.isNaN(a.time) ? 1 : Number.isNaN(b.time) ? -1 : b.time - a.time));
}

/** What is wrong with a credit code, in words. */
export function codeWords(fault: UsccFault): Text {
  if (fault.kind === 'length') return { zh: `应为 18 位，现为 ${fault.length} 位`, en: `18 characters are due, there are ${fault.length}` };
  if (fault.kind === 'character') return { zh: `第 ${fault.at + 1} 位「${fault.character}」不是代码字符`, en: `character ${fault.at + 1}, "${fault.character}", is none of a code` };
  return { zh: `校验位应为 ${fault.expected}`, en: `the check digit should be ${fault.expected}` };
}

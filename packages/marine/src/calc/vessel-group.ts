/** What kind of ship a row is about. */
import { AIS_SHIP_GROUP, aisGroupOf } from '@yizhangtu/standards/ais';
import { numberAt, textAt, type CellRows } from './cells.js';

const GROUPS: ReadonlySet<string> = new Set(AIS_SHIP_GROUP.entries.map(({ code }) => code));

/** The group of a vessel, a code of `ais-ship-group`: as the data itself names it in `group` or `type`, else by the AIS type code in `type`. */
export function vesselGroup(rows: CellRows, row: number): string {
  const own = [textAt(rows, row, 'group'), textAt(rows, row, 'type')].find((code) => GROUPS.has(code));
  return own ?? aisGroupOf(numberAt(rows, row, 'type')).code;
}

/** 青岛市四级区划: adds the 2,120 villages and neighbourhoods (12 digits). A large table: import it only where villages are shown. */
import { DIVISION_QINGDAO } from './division-qingdao.js';
import { QINGDAO_VILLAGES } from './division-qingdao-village-rows.js';
import type { CodeEntry, CodeScheme } from './scheme.js';

const KIND = /村民委员会$|村民委会$|村委会$/;

function villages(): readonly CodeEntry[] {
  return QINGDAO_VILLAGES.trim()
    .split('\n')
    .flatMap((row) => {
      const street = row.slice(0, 9);
      const cells = row.slice(10);
      return cells === '' ? [] : cells.split(';').map((cell) => villageEntry(street, cell));
    });
}

function villageEntry(street: string, cell: string): CodeEntry {
  const [zh = '', name = ''] = cell.slice(3).split('|');
  return {
    code: street + cell.slice(0, 3),
    label: { zh, en: `${name} ${KIND.test(zh) ? 'Village' : 'Community'}` },
    parent: street,
  };
}

/** The scheme of `division-qingdao` with a fourth level. Registering it replaces the three-level one. English village names are romanised by rule. */
export const DIVISION_QINGDAO_VILLAGES: CodeScheme = {
  ...DIVISION_QINGDAO,
  entries: [...DIVISION_QINGDAO.entries, ...villages()],
};

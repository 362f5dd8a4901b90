/** How vessels are coloured on the map: by their group, and grey when their position is too old. */
import { AIS_SHIP_GROUP } from '@yizhangtu/standards/ais';
import type { CodeScheme } from '@yizhangtu/standards/scheme';

/** Code of a vessel whose last fix is too old. */
export const STALE_LOOK = 'stale';

/** No standard gives colours: these are near to those of the usual AIS displays, and dark enough to stand on a light sea, light enough on a dark one. */
const COLORS: Readonly<Record<string, string>> = {
  fishing: '#e07b00',
  tug: '#0f97a3',
  works: '#94713c',
  military: '#5c6f82',
  pleasure: '#b445b4',
  'high-speed': '#b59a00',
  'wing-in-ground': '#7d8c1f',
  'public-service': '#3f51d9',
  passenger: '#2277dd',
  cargo: '#2c9456',
  tanker: '#d43a2f',
  other: '#8a6fd1',
  unknown: '#a0528a',
};

/** Groups of AIS ship types with colours, and 船位过时 for vessels that have not been heard of for too long. */
export const VESSEL_LOOK: CodeScheme = {
  ...AIS_SHIP_GROUP,
  scheme: 'vessel-look',
  source: `${AIS_SHIP_GROUP.source}；颜色为惯用色`,
  entries: [
    ...AIS_SHIP_GROUP.entries.map((entry) => ({ ...entry, color: COLORS[entry.code] ?? '#a0528a', colorEvidence: 'conventional' as const })),
    { code: STALE_LOOK, label: { zh: '船位过时', en: 'Position out of date' }, color: '#97a1ab', glyph: 'vessel' },
  ],
};

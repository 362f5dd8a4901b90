/**
 * Invented control layers (控制线) over the invented parcels: 永久基本农田, 生态保护红线, 城镇开发边界. 示例数据: made of whole parcels, so that their edges meet, and of
 * nothing that any plan says.
 */
import { noise } from './noise.mjs';
import { hilliness, SAME_LAND, urbanness } from './parcel-classes.mjs';
import { flat, middleOf, parcels } from './parcels.mjs';
import { placeCollection } from './places.mjs';

const FIELDS = new Set(['0101', '0102', '0103']);
const WOODS = new Set(['0301', '0305', '0307', '1103']);

/** Which parcels are in a layer. */
const LAYERS = {
  farmland: ({ now }, [lon, lat]) => FIELDS.has(now) && noise(lon, lat, 0.11, 61) > 0.47,
  ecology: ({ now }, middle) => WOODS.has(now) && (now === '1103' || hilliness(middle) > 0.55),
  growth: (_, middle, places) => urbanness(middle, places, 1.4) > 0.3,
};

const WORDS = {
  farmland: ['永久基本农田', 'Permanent basic farmland'],
  ecology: ['生态保护红线', 'Ecological protection line'],
  growth: ['城镇开发边界', 'Urban growth boundary'],
};

/** @param {'farmland' | 'ecology' | 'growth'} name */
export function controlSchema(name) {
  const [zh, en] = WORDS[name];
  return {
    id: `natural-resources/${name}@1`,
    label: { zh, en },
    fields: [
      { name: 'district', label: { zh: '区市', en: 'District' }, codes: { scheme: 'division' } },
      { name: 'ydyh', label: { zh: '用地用海', en: 'Land use' }, kind: 'text', codes: { scheme: 'land-use', version: '2023' } },
    ],
  };
}

/** A control layer as columns for a table. @param {'farmland' | 'ecology' | 'growth'} name */
export function controlColumns(name) {
  const places = placeCollection().features;
  const rows = parcels().filter((one) => LAYERS[name](one, middleOf(one.shapes[0]), places));
  return {
    geometry: { kind: 'shape', types: new Uint8Array(rows.length).fill(3), ...flat(rows.map(({ shapes }) => shapes)) },
    columns: { district: rows.map(({ district }) => district), ydyh: rows.map(({ now }) => SAME_LAND[now]) },
  };
}

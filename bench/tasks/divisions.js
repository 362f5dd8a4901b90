// Operations on divisions over a million rows: going down into one, and polygons coloured by what was joined from the rows.
import '@yizhangtu/data/joined-field';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/widgets/drill-map';
import { Dataset } from '@yizhangtu/data/model';
import { pause } from './map-view.js';

const DIVISIONS = 100;
const codes = Array.from({ length: DIVISIONS }, (_, i) => `3702${String(10 + i).slice(-2)}${i < 90 ? '' : '1'}`);
/** Places of a slider that is dragged. */
const DRAGS = 6;

/** Squares over the rows, each with a code. */
function divisions(report) {
  const coordinates = Float64Array.from(codes.flatMap((_, i) => {
    const [x, y] = [119 + 0.3 * (i % 10), 35 + 0.2 * Math.floor(i / 10)];
    return [x, y, x + 0.3, y, x + 0.3, y + 0.2, x, y + 0.2, x, y];
  }));
  const starts = (step) => Uint32Array.from({ length: DIVISIONS + 1 }, (_, i) => i * step);
  const geometry = { kind: 'shape', types: new Uint8Array(DIVISIONS).fill(3), partStart: starts(1), ringStart: starts(1), vertexStart: starts(5), coordinates };
  const words = (name, dictionary) => ({ kind: 'text', name, dictionary, codes: Uint32Array.from({ length: DIVISIONS }, (_, i) => i) });
  return new Dataset({ rowCount: DIVISIONS, columns: [words('code', codes), words('name', codes.map((code) => `区 ${code}`))], geometry, report });
}

function rowsWithCodes(table) {
  const { columns, ...rest } = table();
  const code = { kind: 'text', name: 'code', dictionary: codes, codes: Uint32Array.from({ length: rest.rowCount }, (_, i) => (i * 7919) % DIVISIONS) };
  return new Dataset({ ...rest, columns: [...columns, code] });
}

function placed(tag, attributes, properties = {}, parent = document.body) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, properties);
  parent.append(element);
  return element;
}

/** A map of divisions and, where they are asked for, the rows as points. */
async function mapOf(rows, points) {
  const regions = divisions(rows.report);
  const map = placed('yzt-map', { center: '120.5,36', zoom: '7', id: 'm' });
  Object.assign(map.style, { display: 'block', width: '900px', height: '480px' });
  placed('yzt-joined-field', { name: 'count', key: 'code', measure: 'count' }, { from: rows, dataset: regions });
  await pause(100);
  placed('yzt-polygon-layer', { id: 'd', symbology: 'breaks:count:5:quantile:blues' }, { dataset: regions }, map);
  if (points) placed('yzt-point-layer', { id: 'rows' }, { dataset: rows }, map);
  await pause(3000);
  return { rows, map, regions };
}

/** Operations by name. @param table Columns of a million rows, of which nothing is worked out yet. */
export function divisionOperations(table) {
  const drilled = async () => {
    const made = await mapOf(rowsWithCodes(table), true);
    const drill = placed('yzt-drill-map', { for: 'm', levels: 'd', 'code-field': 'code', filters: 'rows:code' });
    await pause(1000);
    return { ...made, drill };
  };
  return {
    'map: polygons with a field joined to the rows': { make: () => rowsWithCodes(table), run: (rows) => mapOf(rows, false) },
    'map, range dragged: polygons with a field joined to the rows': {
      make: () => mapOf(rowsWithCodes(table), false),
      async run({ rows }) {
        for (let step = 0; step < DRAGS; step++) {
          rows.setFilter('staff', { kind: 'range', field: 'staff', min: 10 + 3 * step, max: 400 });
          await pause(120);
        }
        await pause(2000);
      },
    },
    'drill map: into a division and back': {
      make: drilled,
      async run({ drill }) {
        for (const code of [codes[3], codes[77], undefined]) {
          drill.goTo(code);
          await pause(1500);
        }
      },
    },
  };
}

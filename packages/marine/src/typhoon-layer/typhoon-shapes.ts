/** What is drawn of tracks, as tables: pieces of the path, wind circles, centres, and the warning lines. */
import type { Dataset, Table } from '@yizhangtu/data/model';
import { plainShapes, tableFromColumns } from '@yizhangtu/data/model';
import { lastOf, radiiAt, trackPieces, type TyphoonTrack } from '../calc/tracks.js';
import { WARNING_LINES } from '../calc/warning-lines.js';
import { windCircle } from '../calc/wind-circle.js';
import { CIRCLE_FORCES } from '../symbology/wind-circle.js';

/** With more storms than this at once their centres and wind circles are left out: the map is about where storms go then. */
const MOST_CENTRES = 8;

/** Rows that tracks were made of. */
type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'value'>;

const text = (rows: Rows, row: number, field: string): string | null => {
  const value = rows.value(row, field);
  return value === null ? null : String(value);
};

/** Pieces of all tracks, each with the class of the position it starts from. */
export function pathTable(rows: Rows, tracks: readonly TyphoonTrack[]): Table {
  const pieces = tracks.flatMap((track) => trackPieces(track).map((piece) => ({ storm: track.storm, piece })));
  return tableFromColumns({
    geometry: plainShapes('line', pieces.map(({ piece }) => piece.line)),
    columns: { storm: pieces.map(({ storm }) => storm), class: pieces.map(({ piece }) => text(rows, piece.from.row, 'class')) },
  });
}

function centred(tracks: readonly TyphoonTrack[]): readonly TyphoonTrack[] {
  return tracks.length > MOST_CENTRES ? [] : tracks;
}

/** Wind circles of the last position of each track, the strongest wind on top. */
export function circleTable(rows: Rows, tracks: readonly TyphoonTrack[]): Table {
  const circles = CIRCLE_FORCES.flatMap((force) =>
    centred(tracks).flatMap((track) => {
      const { row, lon, lat } = lastOf(track);
      const ring = windCircle([lon, lat], radiiAt(rows, row, force));
      return ring.length > 0 ? [{ force, ring, storm: track.storm }] : [];
    }),
  );
  return tableFromColumns({
    geometry: plainShapes('polygon', circles.map(({ ring }) => ring)),
    columns: { force: circles.map(({ force }) => force), storm: circles.map(({ storm }) => storm) },
  });
}

/** Where each storm is: its last position, with its name in both languages. */
export function centreTable(rows: Rows, tracks: readonly TyphoonTrack[]): Table {
  const shown = centred(tracks).map((track) => ({ storm: track.storm, ...lastOf(track) }));
  const name = (row: number): string | null => text(rows, row, 'name') ?? text(rows, row, 'nameEn') ?? text(rows, row, 'number');
  return tableFromColumns({
    coordinates: Float64Array.from(shown.flatMap(({ lon, lat }) => [lon, lat])),
    columns: {
      storm: shown.map(({ storm }) => storm),
      class: shown.map(({ row }) => text(rows, row, 'class')),
      name: shown.map(({ row }) => name(row)),
      nameEn: shown.map(({ row }) => text(rows, row, 'nameEn') ?? name(row)),
    },
  });
}

/** One of the warning lines. */
export function warningTable(hours: 24 | 48): Table {
  const lines = WARNING_LINES.filter((one) => one.hours === hours);
  return tableFromColumns({
    geometry: plainShapes('line', lines.map(({ line }) => line)),
    columns: { zh: lines.map(({ label }) => label.zh), en: lines.map(({ label }) => label.en) },
  });
}

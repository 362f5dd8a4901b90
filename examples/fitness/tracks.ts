/**
 * The view of recorded tracks: which of them is shown. Two are files of their own, asked for when they are chosen; those of the third file are lines with heights,
 * and become points.
 */
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { ColumnsInput } from '@yizhangtu/data/model';
import type { YztMap } from '@yizhangtu/map/map';

/** Room around a track on the map, px. */
const ROOM = 48;

/** A track of the third file as it stands there: lon, lat, height. */
interface LineOfHeights {
  readonly geometry: { readonly coordinates: readonly (readonly number[])[] };
}

/** Points of a track as columns; a height that is not told is missing. */
function pointsOf({ geometry: { coordinates } }: LineOfHeights): ColumnsInput {
  return {
    coordinates: Float64Array.from(coordinates.flatMap(([lon = NaN, lat = NaN]) => [lon, lat])),
    columns: { ele: Float64Array.from(coordinates, ([, , height = NaN]) => height) },
  };
}

/** The track of the rows of a dataset on the map: its line, and the box around it. */
function draw(view: HTMLElement, points: YztDataset): void {
  const { dataset } = points;
  const { geometry } = dataset;
  const line = view.querySelector<YztDataset>('#track-line');
  if (!line || geometry.kind !== 'point' || dataset.rowCount === 0) return;
  const places = Array.from({ length: dataset.rowCount }, (_, row) => [geometry.coordinates[2 * row] ?? NaN, geometry.coordinates[2 * row + 1] ?? NaN]);
  // The line is of the points: what holds for them holds for it.
  for (const name of ['licence', 'updated-at']) {
    const words = points.getAttribute(name);
    if (words === null) line.removeAttribute(name);
    else line.setAttribute(name, words);
  }
  line.data = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: places } };
  const [lons, lats] = [0, 1].map((at) => places.map((place) => place[at] ?? NaN).sort((one, other) => one - other));
  const box = [lons?.[0], lats?.[0], lons?.[lons.length - 1], lats?.[lats.length - 1]] as [number, number, number, number];
  const map = view.querySelector<YztMap>('yzt-map');
  // Where the button of home leads to.
  if (map) map.bounds = box;
  map?.fit(box, { padding: ROOM });
}

/** Makes everything of the view that shows a track show this one. */
function show(view: HTMLElement, name: string, lines: readonly LineOfHeights[]): void {
  const [kind = '', number] = name.split(' ');
  const chosen = view.querySelector<YztDataset>(`#track-${kind}`);
  if (!chosen) return;
  const line = number === undefined ? undefined : lines[Number(number)];
  if (line) chosen.data = pointsOf(line);
  else if (!chosen.hasAttribute('src')) chosen.setAttribute('src', chosen.getAttribute('data-src') ?? '');
  else draw(view, chosen);
  for (const element of view.querySelectorAll('[data-track]')) element.setAttribute('dataset', chosen.id);
}

/** Called once, when the view is made. */
export async function prepareTracks(view: HTMLElement): Promise<void> {
  const choice = view.querySelector<HTMLSelectElement>('[data-choose-track]');
  const hangzhou = view.querySelector<YztDataset>('#track-hangzhou');
  if (!choice || !hangzhou) return;
  let lines: readonly LineOfHeights[] = [];
  for (const dataset of view.querySelectorAll<YztDataset>('yzt-dataset[data-src]')) dataset.addEventListener('yzt-load', () => `track-${choice.value.split(' ')[0] ?? ''}` === dataset.id && draw(view, dataset));
  choice.addEventListener('change', () => show(view, choice.value, lines));
  show(view, choice.value, lines);
  const answer = await fetch(hangzhou.getAttribute('data-src') ?? '');
  lines = ((await answer.json()) as { features: LineOfHeights[] }).features;
  for (const at of lines.keys()) {
    const option = document.createElement('option');
    Object.assign(option, { value: `hangzhou ${at}`, textContent: `杭州 ${at + 1} 号轨迹` });
    option.dataset['en'] = `Hangzhou, track ${at + 1}`;
    choice.append(option);
  }
}

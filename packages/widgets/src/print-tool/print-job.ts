/** From a map and a few words to a sheet of paper, as pixels and as files. Loaded when somebody prints. */
import { formatDate } from '@yizhangtu/base/dates';
import type { Locale } from '@yizhangtu/base/locale';
import { paintPicture } from '@yizhangtu/charts/picture';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { YztMap } from '@yizhangtu/map/map';
import { mapPicture } from '@yizhangtu/map/picture';
import { approvalOf, sourcesOf } from '../shared/attribution-lines.js';
import { groundResolution } from '../scale-line/scale-bar.js';
import '../legend/index.js';
import { METRES_PER_PX, paperSize, roundScale, type Orientation, type PaperName } from './paper.js';
import { pdfFile } from './pdf-file.js';
import { PrintSheet } from './print-sheet.js';

/** What somebody wants on paper. */
export interface PrintPlan {
  readonly map: YztMap;
  readonly paper: PaperName;
  readonly orientation: Orientation;
  /** Denominator of the scale; without it a round one that shows all that is in view. */
  readonly scale?: number | undefined;
  readonly heading: string;
  readonly unit: string;
  readonly approvalNumber: string;
  readonly watermark: string;
  readonly legend: boolean;
  /** Pixels for one CSS px: dots per inch ÷ 96. */
  readonly pixelRatio: number;
  readonly without: readonly LayerElement[];
  readonly locale: Locale;
  readonly signal?: AbortSignal;
}

/** A sheet as it would leave the printer. */
export interface Printed {
  /** The sheet; undefined while there are layers that cannot be read. */
  readonly canvas?: HTMLCanvasElement;
  readonly scale: number;
  readonly tainted: readonly LayerElement[];
  readonly late: readonly LayerElement[];
  /** The legend has more classes than there is room for. */
  readonly legendIsCut: boolean;
}

/** Draws the sheet. */
export async function printed(plan: PrintPlan): Promise<Printed> {
  const { map, paper, orientation, heading, unit, legend, locale, pixelRatio, without, signal } = plan;
  if (!map.isReady) await new Promise((resolve) => map.addEventListener('yzt-ready', resolve, { once: true }));
  const shown = map.layers.filter((layer) => layer.isShown && !without.includes(layer));
  const { names, dates, example } = sourcesOf(shown, locale);
  const size = paperSize(paper, orientation);
  const day = formatDate(new Date(), { style: 'date' }, locale);
  const sheet = new PrintSheet({ map, paper: size, legend, heading, unit, approval: approvalOf(map, plan.approvalNumber), sources: names, dates, example, day, locale });
  try {
    const [width, height] = await sheet.laidOut();
    const view = map.olMap.getView();
    const now = view.getResolution() ?? 1;
    // Units of the map for a metre on the ground, in the middle.
    const perMetre = now / groundResolution(map);
    const fitting = (now * Math.max(map.clientWidth / width, map.clientHeight / height)) / perMetre / METRES_PER_PX;
    const scale = plan.scale ?? roundScale(fitting);
    const resolution = scale * METRES_PER_PX * perMetre;
    const { canvas, tainted, late } = await mapPicture(map, { width, height, pixelRatio, resolution, without, theme: 'light', ...(signal && { signal }) });
    const { legendIsCut } = sheet;
    if (!canvas) return { scale, tainted, late, legendIsCut };
    return { canvas: painted(sheet, canvas, { ...plan, scale }), scale, tainted, late, legendIsCut };
  } finally {
    sheet.remove();
  }
}

function painted(sheet: PrintSheet, map: HTMLCanvasElement, { scale = NaN, pixelRatio, watermark }: PrintPlan): HTMLCanvasElement {
  const picture = sheet.pictureWith(map, scale);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * pixelRatio);
  canvas.height = Math.round(picture.height * pixelRatio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  paintPicture(context, picture, pixelRatio);
  if (watermark !== '') paintWatermark(context, watermark, [picture.width, picture.height]);
  return canvas;
}

/** Words across the sheet, in rows, pale enough to read the map through them. */
function paintWatermark(context: CanvasRenderingContext2D, words: string, [width, height]: readonly [number, number]): void {
  context.save();
  context.globalAlpha = 0.1;
  context.fillStyle = '#17202b';
  context.font = `22px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'middle';
  const [stepX, stepY] = [context.measureText(words).width + 120, 150];
  context.translate(width / 2, height / 2);
  context.rotate(-Math.PI / 7);
  const reach = Math.hypot(width, height) / 2;
  for (let y = -reach, row = 0; y < reach; y += stepY, row += 1) for (let x = -reach - (row % 2) * (stepX / 2); x < reach; x += stepX) context.fillText(words, x, y);
  context.restore();
}

function blobOf(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, 0.95);
  });
}

/** A sheet as a file. */
export async function printFile(canvas: HTMLCanvasElement, format: 'png' | 'pdf', { paper, orientation, heading, unit }: PrintPlan): Promise<Blob> {
  if (format === 'png') return blobOf(canvas, 'image/png');
  const jpeg = new Uint8Array(await (await blobOf(canvas, 'image/jpeg')).arrayBuffer());
  const file = pdfFile({ jpeg, pixels: [canvas.width, canvas.height], paper: paperSize(paper, orientation), title: heading, author: unit, date: new Date() });
  return new Blob([file as BlobPart], { type: 'application/pdf' });
}

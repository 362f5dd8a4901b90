/** A picture and where it lies, loaded and made upright. A chunk of its own. */
import ImageSource from 'ol/source/Image.js';
import { transformExtent, type Projection } from 'ol/proj.js';
import { YztError } from '@yizhangtu/base/errors';
import { ask, requestError, sendsCredentials, textOfAnswer } from '@yizhangtu/data/request';
import { projectionOf } from '../map/own-projections.js';
import type { Bounds } from '../shared/values.js';
import { loadedImage, NoImage } from '../tiles/loaded-image.js';
import { placeOf, readWorldFile, type PicturePlace } from './world-file.js';

/** What is loaded. */
export interface PictureWish {
  readonly element: Element;
  readonly url: string;
  readonly worldFile: string;
  readonly extent: readonly [number, number, number, number] | undefined;
  readonly crs: string;
  readonly crossOrigin: string;
  /** Seconds. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
}

type Picture = ImageBitmap | HTMLImageElement | HTMLCanvasElement;

/** A picture on the ground. */
export interface PlacedPicture {
  readonly image: Picture;
  readonly extent: readonly [number, number, number, number];
  readonly projection: Projection;
  /** In degrees. */
  readonly bounds: Bounds;
}

/** Points on each edge when an extent becomes degrees. */
const STOPS = 8;

/** Loads a picture and puts it on the ground. @throws YztError for what stands in the way; DOMException `AbortError` when stopped. */
export async function placedPicture(wish: PictureWish): Promise<PlacedPicture> {
  const projection = projectionOf(wish.crs || 'EPSG:4326');
  const [image, world] = await Promise.all([pictureOf(wish), wish.worldFile ? worldOf(wish) : undefined]);
  const size = sizeOf(image);
  const place: PicturePlace | undefined = world ? placeOf(world, ...size) : wish.extent && { extent: wish.extent };
  if (!place) throw missingPlace(wish.element);
  checkDegrees(wish, place.extent, projection);
  const bounds = transformExtent([...place.extent], projection, 'EPSG:4326', STOPS) as [number, number, number, number];
  return { image: place.turned ? uprighted(image, place.turned) : image, extent: place.extent, projection, bounds };
}

/** A source that shows one picture. OpenLayers turns it into the projection of the map where they differ. */
export function pictureSource({ image, extent, projection }: PlacedPicture, interpolate: boolean): ImageSource {
  const [width, height] = sizeOf(image);
  const resolution = [(extent[2] - extent[0]) / width, (extent[3] - extent[1]) / height];
  return new ImageSource({ projection, interpolate, loader: () => Promise.resolve({ image, extent: [...extent], resolution, pixelRatio: 1 }) });
}

function sizeOf(image: Picture): [number, number] {
  return image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height];
}

/**
 * The picture. That of another origin comes by `<img>`, which needs nobody's leave; when that fails, or a page wants it with CORS, it is
 * fetched, and what is wrong has a name.
 */
async function pictureOf({ element, url, crossOrigin, timeLimit, signal }: PictureWish): Promise<Picture> {
  const isOwn = new URL(url, document.baseURI).origin === location.origin;
  if (!isOwn && crossOrigin === '' && !sendsCredentials(url)) {
    try {
      return await loadedImage(url, { crossOrigin, signal, timeLimit });
    } catch (reason) {
      if (!(reason instanceof NoImage)) throw reason;
    }
  }
  const answer = await ask({ url, subject: element, expects: 'image', signal, timeLimit });
  const type = answer.headers.get('content-type') ?? '';
  // No browser makes a bitmap of an SVG.
  if (/^image\/svg/i.test(type)) return loadedImage(answer.url, { crossOrigin, signal, timeLimit });
  try {
    return await createImageBitmap(new Blob([answer.bytes], { type }));
  } catch (cause) {
    throw requestError('not-a-tile', answer.request, { zh: '返回的图片无法解码。请检查格式（PNG、JPEG、WebP、GIF、SVG），TIFF 用 <yzt-cog-layer>', en: 'answered with a picture that cannot be decoded. PNG, JPEG, WebP, GIF and SVG can; TIFF is for <yzt-cog-layer>' }, cause);
  }
}

async function worldOf({ element, worldFile, timeLimit, signal }: PictureWish): Promise<NonNullable<ReturnType<typeof readWorldFile>>> {
  const answer = await ask({ url: worldFile, subject: element, expects: 'text', signal, timeLimit });
  const text = textOfAnswer(answer);
  const world = readWorldFile(text);
  if (world) return world;
  const start = text.trim().slice(0, 40);
  throw requestError('bad-world-file', answer.request, { zh: `不是坐标文件（应是六个数，开头是「${start}」）。请检查 world-file 的地址`, en: `is no world file (six numbers are due, it begins with "${start}"). Check the address in world-file` });
}

function checkDegrees({ element, crs }: PictureWish, extent: readonly [number, number, number, number], projection: Projection): void {
  const [west, south, east, north] = extent;
  if (projection.getUnits() !== 'degrees' || (Math.max(-south, north) <= 90.001 && Math.max(-west, east) <= 540)) return;
  const tag = element.localName;
  throw new YztError('bad-attribute', {
    zh: `<${tag}>：范围 ${extent.join(' ')} 不是经纬度${crs ? `（crs="${crs}"）` : ''}。请写图片坐标的坐标系，例如 crs="EPSG:4549"。`,
    en: `<${tag}>: the extent ${extent.join(' ')} is not in degrees${crs ? ` (crs="${crs}")` : ''}. Name the coordinate system of the picture, such as crs="EPSG:4549".`,
  });
}

function missingPlace(element: Element): YztError {
  const tag = element.localName;
  return new YztError('bad-attribute', {
    zh: `<${tag}>：不知道图片在哪里。请写 extent="119.9 35.6 120.7 36.4"（西 南 东 北），或 world-file="图片.pgw"。`,
    en: `<${tag}>: it is not known where the picture lies. Write extent="119.9 35.6 120.7 36.4" (west south east north), or world-file="picture.pgw".`,
  });
}

function uprighted(image: Picture, { matrix, width, height }: NonNullable<PicturePlace['turned']>): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  context?.setTransform(...matrix);
  context?.drawImage(image, 0, 0);
  return canvas;
}

/** Frees what a picture holds. */
export function release({ image }: PlacedPicture): void {
  if (image instanceof ImageBitmap) image.close();
}


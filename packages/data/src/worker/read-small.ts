/** Reading of GeoJSON on the page, where it is too small to wait for the start of a worker. A chunk of its own, without the other formats. */
import { readingOfDecoded } from '../readers/decoded.js';
import { drive, type DriveOptions } from '../readers/drive.js';
import { readGeoJsonText } from '../readers/geojson.js';
import type { RawTable, ReadOptions } from '../readers/types.js';

/** The table in some bytes of JSON. @throws YztError for everything that can go wrong with it; DOMException `AbortError` when stopped. */
export function readSmall(bytes: ArrayBuffer, options: ReadOptions, control: DriveOptions): Promise<RawTable> {
  return drive(
    readingOfDecoded(bytes, options, (text) => readGeoJsonText(text, options)),
    control,
  );
}

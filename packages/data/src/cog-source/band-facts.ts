/** What GDAL writes about bands: names, units, and how numbers become values (its tag 42112, XML). */
import { readXml } from '../request/xml.js';
import type { Directory } from './tiff-directory.js';

/** A band. */
export interface BandFacts {
  readonly name?: string;
  readonly unit?: string;
  /** value = number · scale + offset. */
  readonly scale: number;
  readonly offset: number;
}

const METADATA = 42112;
const PLAIN: BandFacts = { scale: 1, offset: 0 };

/** Facts of all bands; plain ones where nothing is said that can be read. */
export async function bandFactsOf(directory: Directory, count: number): Promise<BandFacts[]> {
  const bands: { name?: string; unit?: string; scale: number; offset: number }[] = Array.from({ length: count }, () => ({ ...PLAIN }));
  const text = await directory.text(METADATA);
  if (text === undefined) return bands;
  for (const { attributes, text: value } of itemsOf(text)) {
    const band = bands[Number(attributes.get('sample') ?? NaN)];
    const role = attributes.get('role');
    if (!band || value === '') continue;
    if (role === 'description') band.name = value;
    else if (role === 'unittype') band.unit = value;
    else if ((role === 'scale' || role === 'offset') && Number.isFinite(Number(value))) band[role] = Number(value);
  }
  return bands;
}

function itemsOf(text: string): ReturnType<typeof readXml>['children'] {
  try {
    return readXml(text).children;
  } catch {
    // Names and units are not worth a refusal.
    return [];
  }
}

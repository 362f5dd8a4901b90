/** Addresses, grids and words of 天地图 (国家地理信息公共服务平台). Pure. */
import type { Text } from '@yizhangtu/base/locale';
import { gridFrom, type MatrixGrid } from '../services/matrix-grid.js';

/** 矢量, 影像 and 地形晕渲, each with its annotation; and the annotations alone: Chinese, and English where there are any. */
export type TiandituKind = 'vec' | 'img' | 'ter' | 'cva' | 'cia' | 'cta' | 'eva' | 'eia' | 'ibo';

/** `w` is Web Mercator, `c` is CGCS2000 longitude and latitude. */
export type TiandituGrid = 'w' | 'c';

/** What is known of a kind: its words, its annotation, and the last level it has. */
interface Kind {
  readonly label: Text;
  readonly annotation?: TiandituKind;
  readonly english?: TiandituKind;
  readonly last: number;
}

/** Levels: 1 to 18, 地形 to 14, as the service's documentation lists them. */
export const KINDS: Readonly<Record<TiandituKind, Kind>> = {
  vec: { label: { zh: '矢量', en: 'Map' }, annotation: 'cva', english: 'eva', last: 18 },
  img: { label: { zh: '影像', en: 'Imagery' }, annotation: 'cia', english: 'eia', last: 18 },
  ter: { label: { zh: '地形晕渲', en: 'Terrain' }, annotation: 'cta', last: 14 },
  cva: { label: { zh: '矢量注记', en: 'Names of the map' }, last: 18 },
  cia: { label: { zh: '影像注记', en: 'Names of the imagery' }, last: 18 },
  cta: { label: { zh: '地形注记', en: 'Names of the terrain' }, last: 14 },
  eva: { label: { zh: '英文矢量注记', en: 'English names of the map' }, last: 18 },
  eia: { label: { zh: '英文影像注记', en: 'English names of the imagery' }, last: 18 },
  ibo: { label: { zh: '全球境界', en: 'Boundaries' }, last: 18 },
};

export function isKind(value: string): value is TiandituKind {
  return Object.keys(KINDS).includes(value);
}

/** Where the public service is; hosts t0 to t7 share the work. */
const PUBLIC = 'https://t{s}.tianditu.gov.cn';
const HOSTS = 8;
const PATH = '/{layer}_{set}/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default&TILEMATRIXSET={set}&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';

/** What a page says of the service. */
export interface TiandituService {
  /** Mirror or proxy: its root, or a template. Empty for the public service. */
  readonly url: string;
  /** 密钥 (tk). A mirror or proxy that adds its own needs none. */
  readonly token: string;
}

/** The template of a service: that of the page, or the usual path under its root. */
export function templateOf({ url, token }: TiandituService): string {
  const root = url.trim() || PUBLIC;
  const template = root.includes('{x}') ? root : `${root.replace(/\/+$/, '')}${PATH}`;
  const key = token.trim();
  if (key === '' || template.includes('{tk}')) return template;
  return `${template}${template.includes('?') ? '&' : '?'}tk={tk}`;
}

/** One tile. A tile always comes from the same host, so that caches find it again. */
export function tileAddress(service: TiandituService, kind: TiandituKind, set: TiandituGrid, { z, x, y }: { readonly z: string; readonly x: number; readonly y: number }): string {
  const values: Readonly<Record<string, string>> = { s: String((x + y) % HOSTS), layer: kind, set, z, x: String(x), y: String(y), tk: encodeURIComponent(service.token.trim()) };
  return templateOf(service).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/**
 * The grid, as the service cuts it: level 1 of `c` has two columns. Its capabilities are not asked: they list scale denominators of 96 dpi, by
 * which every tile of `c` would lie in the wrong place.
 */
export function gridOf(kind: TiandituKind, set: TiandituGrid): MatrixGrid {
  const grid = gridFrom({ grid: `${set === 'w' ? 'EPSG:3857' : 'EPSG:4490'} 1-${KINDS[kind].last}`, ids: '{z}' });
  if (!grid) throw new Error(`no grid ${set}`);
  return grid;
}

/** What a refusal of the service means, by the code of the error and the status behind it; undefined for other failures. */
export function refusalWords(code: string, status: number | undefined): Text | undefined {
  if (code === 'quota' && status === 418)
    return { zh: '天地图密钥无效、缺失，或请求过多被拦截（418）。请检查 token 是否完整、类型是否为“浏览器端”', en: 'the key of 天地图 is missing or not valid, or too much was asked (418). Check that it is whole and of the type for browsers' };
  if (code === 'quota') return { zh: '天地图密钥当日的配额已用完（429）。请次日再试、申请更高配额，或改用内网镜像（url）', en: 'the quota of the key of 天地图 is used up for today (429). Try tomorrow, ask for more, or use a mirror (url)' };
  if (code === 'token' || code === 'auth' || code === 'forbidden')
    return { zh: '天地图密钥不被接受（403）。请检查 token，以及密钥白名单里有没有本页的域名', en: 'the key of 天地图 is not accepted (403). Check it, and that its list of allowed sites holds this page' };
  return undefined;
}

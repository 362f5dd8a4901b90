/**
 * Links that hand a place over to the map apps people have: 高德, 百度, 腾讯; none needs a key. The forms are those in public use. The services describe them at
 * lbs.amap.com/api/uri-api, lbsyun.baidu.com and lbs.qq.com/webApi/uriV1, where nobody has looked yet: to be checked. Only a reader's click asks these hosts.
 *
 * Their coordinates are not ours: 高德 and 腾讯 take GCJ-02, 百度 BD-09. A place of ours given as it is would be 460 m and 1,260 m off in 青岛.
 */
import { toBd09, toGcj02 } from '@yizhangtu/map/crs';

/** A place to hand over. */
export interface HandedPlace {
  readonly name: string;
  /** WGS 84 or CGCS2000, degrees. */
  readonly lonLat: readonly [lon: number, lat: number];
  /** Shown below the name where the app has room. */
  readonly address?: string | undefined;
}

/** A link to one app. */
export interface MapLink {
  readonly app: 'amap' | 'baidu' | 'tencent';
  readonly label: { readonly zh: string; readonly en: string };
  readonly href: string;
}

/** Who asks, as the apps want to know it. */
const WHO = 'yizhangtu';
const six = (degrees: number): string => degrees.toFixed(6);
/** Words inside a value that has `:` and `;` of its own. */
const inner = (text: string): string => encodeURIComponent(text.replace(/[;:&]/g, ' '));

/** Links to the three apps, each in the coordinates it takes. */
export function mapLinks({ name, lonLat, address = '' }: HandedPlace): readonly MapLink[] {
  const [gLon, gLat] = toGcj02(lonLat);
  const [bLon, bLat] = toBd09(lonLat);
  const word = encodeURIComponent(name);
  return [
    { app: 'amap', label: { zh: '高德地图', en: 'Amap' }, href: `https://uri.amap.com/marker?position=${six(gLon)},${six(gLat)}&name=${word}&src=${WHO}&coordinate=gaode&callnative=1` },
    {
      app: 'baidu',
      label: { zh: '百度地图', en: 'Baidu Maps' },
      href: `https://api.map.baidu.com/marker?location=${six(bLat)},${six(bLon)}&title=${word}&content=${encodeURIComponent(address || name)}&coord_type=bd09ll&output=html&src=webapp.${WHO}`,
    },
    { app: 'tencent', label: { zh: '腾讯地图', en: 'Tencent Maps' }, href: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${six(gLat)},${six(gLon)};title:${inner(name)};addr:${inner(address || name)}&referer=${WHO}` },
  ];
}

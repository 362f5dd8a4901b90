/**
 * The signs of the library for map symbols: solid forms on a grid of 24 × 24, drawn to be told apart at ten pixels. They are our own
 * drawings; none is a sign of a standard.
 */
import type { Glyph, GlyphPart } from './glyphs.js';

type Row = readonly [name: string, zh: string, en: string, ...parts: (string | readonly [d: string, stroke: number])[]];

const DISC = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
const WAVE = (y: number): readonly [string, number] => [`M2.5 ${y}c1.6-1.8 3.2-1.8 4.75 0s3.2 1.8 4.75 0 3.2-1.8 4.75 0 3.2 1.8 4.75 0`, 2.4];

const ROWS: readonly Row[] = [
  // Sports grounds.
  ['stadium', '田径场', 'Running track', ['M8.5 5.5h7a6.5 6.5 0 0 1 0 13h-7a6.5 6.5 0 0 1 0-13z', 2.8], 'M8.5 10h7v4h-7z'],
  ['swim', '游泳', 'Swimming', DISC(17.6, 8, 2.6), ['M4 12.6l5.6-4.8 5 4.4', 2.8], WAVE(15.6), WAVE(20.2)],
  ['paddle', '球拍', 'Bat and ball', DISC(9.6, 9.6, 6.9), ['M14.4 14.4l6 6', 3.6], DISC(19.4, 7.6, 2.2)],
  ['ball', '球类', 'Ball', [DISC(12, 12, 8.8), 2.2], 'M12 7.6l4.2 3-1.6 5h-5.2l-1.6-5z', ['M12 7.6V3.6M16.2 10.6l3.9-1.4M14.6 15.6l2.6 3.4M9.4 15.6l-2.6 3.4M7.8 10.6l-3.9-1.4', 1.6]],
  ['dumbbell', '健身', 'Dumb-bell', ['M7 6.4v11.2M17 6.4v11.2M2.9 9.4v5.2M21.1 9.4v5.2', 3], ['M7 12h10', 2.6]],
  ['snowflake', '冰雪', 'Snowflake', ['M12 2.6v18.8M3.9 7.3l16.2 9.4M20.1 7.3L3.9 16.7', 2.2], ['M8.9 3.6l3.1 3 3.1-3M8.9 20.4l3.1-3 3.1 3M3 11l4.2-1.2L6 5.4M21 13l-4.2 1.2 1.2 4.4M6 18.6l1.2-4.4L3 13M18 5.4l-1.2 4.4L21 11', 1.6]],
  ['walk', '步行', 'Walking', DISC(13, 3.9, 2.5), ['M12.4 9l-1.4 5.6 3.6 2.6 1.2 5M11 14.6L8.2 21.8', 2.9], ['M12.2 8.8L8 11.4v3.2M12.6 9l2.4 3.4 3.4 1', 2.2]],
  ['target', '靶', 'Target', [DISC(12, 12, 8.6), 2.6], DISC(12, 12, 4)],
  // On the sea.
  ['vessel', '船（俯视，船首向上）', 'Vessel from above, bow up', 'M12 1c3.8 4 5.6 8 5.6 12.2V22.4H6.4V13.2C6.4 9 8.2 5 12 1z'],
  ['arrow', '方向箭头', 'Direction arrow', 'M12 1.6l8 20.2-8-4.6-8 4.6z'],
  ['ship', '船（侧视）', 'Ship', 'M2 14.4h20l-3 6.4H5.6zM7 8h9v4.8H7zM10.4 3h3.4v3.6h-3.4z'],
  ['fish', '渔业', 'Fish', 'M1.8 12C4.6 7.8 8.2 5.6 12 5.6c3 0 5.4 1.8 7.2 4.2l3.2-3v10.4l-3.2-3c-1.8 2.4-4.2 4.2-7.2 4.2-3.8 0-7.4-2.2-10.2-6.4zM7.6 9.4a1.5 1.5 0 1 0 0 3 1.5 1.5 0 1 0 0-3z'],
  ['sail', '帆船', 'Sailing boat', 'M11 1.8v13.4H2.8zM13.2 5.6l7.4 9.6h-7.4zM2.4 17.2h19.2l-2.8 4.6H5.2z'],
  ['anchor', '锚地、码头', 'Anchor', [DISC(12, 4.6, 2.2), 2], ['M12 7v14M7.8 10.4h8.4M3.6 13.4c.4 4.8 3.8 7.8 8.4 7.8s8-3 8.4-7.8', 2.6]],
  ['buoy', '浮标', 'Buoy', DISC(12, 3.8, 2.4), 'M9.6 7.4h4.8l2.6 9.2H7z', WAVE(20)],
  ['lighthouse', '灯塔', 'Lighthouse', 'M9.4 8.4h5.2l1.8 13.4H7.6zM9 2h6l1 4.6H8z', ['M2.4 3l3.4 1M2.4 7.6l3.4-1M21.6 3l-3.4 1M21.6 7.6l-3.4-1', 1.8]],
  // Hazards.
  ['alert', '注意', 'Attention', 'M9.9 2h4.2l-.8 13h-2.6z', DISC(12, 19.4, 2.3)],
  ['hazard', '隐患、危险', 'Hazard', 'M12 1.8L23 21.4H1zM10.8 8.6v.4l.3 6h1.8l.3-6v-.4zM12 16.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 1 0 0-2.8z'],
  ['fire', '火灾', 'Fire', 'M12.8 1.4c.6 4.6 6.4 6.6 6.4 13 0 4.4-3.2 7.8-7.2 7.8s-7.2-3.4-7.2-7.8c0-3 1.6-5.2 3.4-6.8 0 2.2.8 3.4 2.2 4 1.8-2.8 2.6-6.4 2.4-10.2z'],
  ['flood', '洪涝', 'Flood', WAVE(7), WAVE(13), WAVE(19)],
  ['typhoon', '台风', 'Typhoon', [DISC(12, 12, 4.3), 2.8], ['M18 2.9C11.6 2.6 7.7 6.4 7.7 12M6 21.1c6.4.3 10.3-3.5 10.3-9.1', 2.8]],
  ['quake', '地震', 'Earthquake', ['M1.8 12.6h4.4l2.4-6.4 4 13.2 3.2-10 1.8 3.2h4.6', 2.4]],
  ['lightning', '雷电、用电', 'Lightning', 'M14.2 1L4 13.8h6.6L9 23 20 9.4h-7z'],
  ['landslide', '地质灾害', 'Landslide', 'M2 21.6L10.6 7l4 3.4 7.4 11.2z', DISC(17.8, 5.4, 2.8), DISC(10.4, 3.4, 1.9)],
  // Equipment.
  ['camera', '视频点位', 'Camera', 'M1.8 6.6h13.4v10.8H1.8zM16.8 10.6l5.6-3.8v10.4l-5.6-3.8z'],
  ['antenna', '监测站、基站', 'Monitoring station', DISC(12, 8.6, 2.3), ['M12 11v11', 2.6], ['M7.4 12.8a6.4 6.4 0 0 1 0-8.4M16.6 12.8a6.4 6.4 0 0 0 0-8.4M4.2 15.6a10.6 10.6 0 0 1 0-14M19.8 15.6a10.6 10.6 0 0 0 0-14', 2]],
  ['gauge', '仪表', 'Gauge', ['M4.4 18.4a9.2 9.2 0 1 1 15.2 0', 2.8], ['M12 14.4l4-5.6', 2.6], DISC(12, 14.6, 2.3)],
  ['lift', '电梯', 'Lift', 'M12 2.6l6.4 7.6H5.6zM12 21.4l6.4-7.6H5.6z'],
  ['tank', '压力容器、储罐', 'Tank', 'M7 5.4h10a5 5 0 0 1 0 10H7a5 5 0 0 1 0-10z', ['M7 17v4.4M17 17v4.4M12 5V2.4', 2.4]],
  ['crane', '起重机械', 'Crane', ['M7 21.6V3.4h13.6M3 8.4L7 3.4M3.4 21.6h7.2M16.6 3.4v8', 2.4], 'M14 12h5.2v5H14z'],
  ['bolt', '充电桩', 'Charging point', 'M4 2.4h10.6v19.4H4zM10.2 5.4L6 12.8h2.8l-.8 5.4 4.6-7.8H9.6z', ['M16.4 8.4h2.2l2 2.4v7.4', 2.2]],
  // Places of a city.
  ['building', '建筑', 'Building', 'M5 1.8h14v20.4h-4.6v-4.6H9.6v4.6H5zM8 5v2.6h2.6V5zM13.4 5v2.6H16V5zM8 10v2.6h2.6V10zM13.4 10v2.6H16V10z'],
  ['factory', '工厂', 'Factory', 'M2 21.4V11l6.4 3.6V11l6.4 3.6V3h5.4l1.8 18.4z'],
  ['shop', '商铺', 'Shop', 'M3.6 2.6h16.8l1.8 6.2c-.4 1.6-1.6 2.4-2.8 2.4V21.4H4.6V11.2c-1.2 0-2.4-.8-2.8-2.4zM7.4 13v5.6h4.4V13z'],
  ['food', '餐饮', 'Food', ['M7.6 10.6v11M4.2 2.6v5.2c0 2 1.4 3 3.4 3s3.4-1 3.4-3V2.6M7.6 2.6v5', 2.2], 'M15.6 13.4V2c3 .4 5 3.4 5 8.4v3h-1.6v9h-3.4z'],
  ['school', '学校', 'School', 'M12 3.2L23.4 9 12 14.8.6 9zM5.2 13.2L12 16.6l6.8-3.4v4.4c-1.6 2-4 3.2-6.8 3.2s-5.2-1.2-6.8-3.2z', ['M21.8 9.6v7', 1.8]],
  ['hospital', '医疗', 'Hospital', 'M8.8 2.4h6.4v6.4h6.4v6.4h-6.4v6.4H8.8v-6.4H2.4V8.8h6.4z'],
  ['shelter', '避难场所、住所', 'Shelter', 'M12 1.8L23 12h-3v9.8h-5.4v-6.6H9.4v6.6H4V12H1z'],
  ['shield', '执法、治安', 'Shield', 'M12 1.4l9 3v7.2c0 5-3.6 8.8-9 11-5.4-2.2-9-6-9-11V4.4z'],
  ['person', '人员', 'Person', DISC(12, 6.4, 4.6), 'M3 21.8c0-5.6 3.8-9 9-9s9 3.4 9 9z'],
  ['tree', '公园绿地', 'Green space', 'M12 1.4l6.6 8h-3.2l4.8 7.2h-6.6v5.2h-3.2v-5.2H3.8l4.8-7.2H5.4z'],
  ['parking', '停车', 'Parking', ['M8 21V4h5.2a4.9 4.9 0 0 1 0 9.8H8', 3.6]],
  ['bus', '公交', 'Bus', 'M5.6 1.8h12.8c1.6 0 2.6 1 2.6 2.6v14.2h-1.6v3.2h-3.6v-3.2H8.2v3.2H4.6v-3.2H3V4.4c0-1.6 1-2.6 2.6-2.6zM5.6 5v6.4h12.8V5zM7 13.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 1 0 0-2.8zM17 13.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 1 0 0-2.8z'],
  ['flag', '重点、标记', 'Flag', ['M5.4 2.4v19.6', 2.8], 'M6 3h14.6l-3.6 5.4 3.6 5.4H6z'],
  ['star', '重点', 'Star', 'M12 1.2l3.3 7 7.5.9-5.5 5.2 1.4 7.5L12 18.1l-6.7 3.7 1.4-7.5L1.2 9.1l7.5-.9z'],
];

function partOf(part: string | readonly [string, number]): GlyphPart {
  return typeof part === 'string' ? { d: part } : { d: part[0], stroke: part[1] };
}

/** All signs of the library. */
export const GLYPHS: readonly Glyph[] = ROWS.map(([name, zh, en, ...parts]) => ({ name, label: { zh, en }, parts: parts.map(partOf) }));

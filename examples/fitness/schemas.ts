/** What the fields of the page's datasets mean: Chinese names, units, words of values. */
import { registerSchema, type DatasetSchema, type FieldSchema } from '@yizhangtu/data/model';
import { POPULATION, VENUE } from '@yizhangtu/fitness/data';

/** Districts of Qingdao in shorter words than those of the code list. */
const DISTRICTS: NonNullable<FieldSchema['values']> = {
  '370202': { zh: '市南区', en: 'Shinan' },
  '370203': { zh: '市北区', en: 'Shibei' },
  '370213': { zh: '李沧区', en: 'Licang' },
  '370212': { zh: '崂山区', en: 'Laoshan' },
  '370211': { zh: '黄岛区', en: 'Huangdao' },
  '370214': { zh: '城阳区', en: 'Chengyang' },
  '370215': { zh: '即墨区', en: 'Jimo' },
  '370281': { zh: '胶州市', en: 'Jiaozhou' },
  '370283': { zh: '平度市', en: 'Pingdu' },
  '370285': { zh: '莱西市', en: 'Laixi' },
};

/** A shape of the pack, with the words of this city's districts. */
function ofTheCity(schema: DatasetSchema): DatasetSchema {
  return { ...schema, fields: schema.fields.map((field) => (field.name === 'district' ? { ...field, values: DISTRICTS } : field)) };
}

/** 香港公众体育场地: as the source has it, in traditional characters. */
const GROUND: DatasetSchema = {
  id: 'fitness/hk-ground@1',
  label: { zh: '香港公众体育场地', en: 'Public sports grounds of Hong Kong' },
  titleField: 'name_tc',
  fields: [
    { name: 'name_tc', label: { zh: '名稱', en: 'Name (Chinese)' } },
    { name: 'name_en', label: { zh: '英文名稱', en: 'Name' } },
    { name: 'district_tc', label: { zh: '地區', en: 'District (Chinese)' } },
    { name: 'address_tc', label: { zh: '地址', en: 'Address (Chinese)' } },
    { name: 'facilities_tc', label: { zh: '設施', en: 'Facilities (Chinese)' } },
    { name: 'basketball_courts', label: { zh: '籃球場', en: 'Basketball courts' }, digits: 0, kind: 'number' },
    { name: 'hours_tc', label: { zh: '開放時間', en: 'Hours (Chinese)' } },
    { name: 'phone', label: { zh: '電話', en: 'Telephone' } },
    { name: 'last_update', label: { zh: '資料更新', en: 'Last update' } },
    { name: 'district_en', label: { zh: '英文地區', en: 'District' } },
    { name: 'address_en', label: { zh: '英文地址', en: 'Address' } },
    { name: 'facilities_en', label: { zh: '英文設施', en: 'Facilities' } },
    { name: 'pitches_en', internal: true },
    { name: 'hours_en', label: { zh: '英文開放時間', en: 'Hours' } },
    { name: 'easting_hk80', internal: true },
    { name: 'northing_hk80', internal: true },
  ],
};

/** Stops along a route, as waypoints of GPX. */
const STOP: DatasetSchema = {
  id: 'fitness/route-stop@1',
  label: { zh: '保障点', en: 'Stops' },
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name (Chinese)' } },
    { name: 'type', label: { zh: '类别', en: 'Kind' }, values: { 起终点: { zh: '起终点', en: 'Start and finish' }, 补给站: { zh: '补给站', en: 'Refreshments' }, 医疗点: { zh: '医疗点', en: 'First aid' } } },
    { name: 'ele', label: { zh: '高程', en: 'Height' }, unit: 'm', digits: 0, kind: 'number' },
    { name: 'cmt', label: { zh: '英文名称', en: 'Name' } },
    { name: 'kind', internal: true },
  ],
};

/** Points of a route, as track points of GPX. */
const ROUTE_POINT: DatasetSchema = {
  id: 'fitness/route-point@1',
  label: { zh: '线路测点', en: 'Points of the route' },
  titleField: 'way',
  fields: [
    { name: 'way', label: { zh: '线路', en: 'Route' } },
    { name: 'ele', label: { zh: '高程', en: 'Height' }, unit: 'm', digits: 1, kind: 'number' },
    { name: 'segment', internal: true },
  ],
};

/** Points of a recorded track. Names that receivers give points say nothing. */
const TRACK_POINT: DatasetSchema = {
  id: 'page/track-point@1',
  label: { zh: '轨迹测点', en: 'Points of the track' },
  fields: [
    { name: 'ele', label: { zh: '高程', en: 'Height' }, unit: 'm', digits: 1, kind: 'number' },
    { name: 'time', label: { zh: '时间（北京时间）', en: 'Time (Beijing)' }, kind: 'date' },
    ...['way', 'segment', 'name', 'desc', 'cmt', 'sym', 'type', 'src', 'link'].map((name) => ({ name, internal: true })),
  ],
};

for (const schema of [STOP, ROUTE_POINT, TRACK_POINT, ofTheCity(VENUE), ofTheCity(POPULATION), GROUND]) registerSchema(schema);

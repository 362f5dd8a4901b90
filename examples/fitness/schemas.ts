/** What the fields of the page's datasets mean: Chinese names, units, words of values. */
import { registerSchema, type DatasetSchema } from '@yizhangtu/data/model';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { SPORTS_VENUE_TYPE } from '@yizhangtu/standards/sports-venue';

const VENUE: DatasetSchema = {
  id: 'fitness/venue@1',
  label: { zh: '健身场馆', en: 'Sports venues' },
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name' } },
    {
      name: 'typeGroup',
      label: { zh: '场馆类别', en: 'Group' },
      // The words are shorter than those of the list; its signs stay.
      codes: { scheme: 'sports-venue-type' },
      values: {
        stadium: { zh: '综合场馆', en: 'Stadiums, halls' },
        aquatic: { zh: '游泳水上', en: 'Swimming' },
        'ball-hall': { zh: '室内球类', en: 'Indoor ball games' },
        'ball-field': { zh: '室外球场', en: 'Outdoor courts' },
        gym: { zh: '健身房馆', en: 'Fitness centres' },
        'ice-roller': { zh: '冰雪轮滑', en: 'Ice and roller' },
        trail: { zh: '步道路径', en: 'Trails, exercise paths' },
        special: { zh: '其他场地', en: 'Other grounds' },
      },
    },
    { name: 'typeCode', label: { zh: '场地类型', en: 'Type' }, codes: { scheme: 'sports-venue-type', version: '2013' } },
    {
      name: 'district',
      label: { zh: '所在区市', en: 'District' },
      values: {
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
      },
    },
    {
      name: 'openState',
      label: { zh: '开放情况', en: 'Opening' },
      values: {
        open: { zh: '开放', en: 'Open' },
        partial: { zh: '部分开放', en: 'Partly open' },
        closed: { zh: '不开放', en: 'Closed' },
      },
    },
    {
      name: 'fee',
      label: { zh: '收费', en: 'Fee' },
      values: {
        free: { zh: '免费', en: 'Free' },
        low: { zh: '低收费', en: 'Low fee' },
        paid: { zh: '收费', en: 'Paid' },
      },
    },
    { name: 'hours', label: { zh: '开放时间', en: 'Hours' } },
    { name: 'areaM2', label: { zh: '场地面积', en: 'Area' }, unit: '㎡', digits: 0, kind: 'number' },
    { name: 'lengthM', label: { zh: '长度', en: 'Length' }, unit: 'm', digits: 0, kind: 'number' },
    { name: 'capacity', label: { zh: '容纳人数', en: 'Capacity' }, unit: '人', digits: 0, kind: 'number' },
    {
      name: 'owner',
      label: { zh: '管理单位', en: 'Run by' },
      values: {
        community: { zh: '街道社区', en: 'Community' },
        public: { zh: '公共体育场馆', en: 'Public sports centre' },
        private: { zh: '民营', en: 'Private' },
        company: { zh: '企事业单位', en: 'Company or institution' },
        school: { zh: '学校', en: 'School' },
      },
    },
    { name: 'phone', label: { zh: '电话', en: 'Telephone' } },
    { name: 'builtYear', label: { zh: '建成年份', en: 'Built' }, kind: 'text' },
    { name: 'accessible', label: { zh: '无障碍', en: 'Step-free' }, kind: 'boolean' },
    { name: 'updated', label: { zh: '更新时间', en: 'Updated' } },
    { name: 'districtName', internal: true },
  ],
};

const DISTRICT: DatasetSchema = {
  id: 'fitness/district@1',
  label: { zh: '区市（示意）', en: 'Districts (schematic)' },
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name' } },
    { name: 'areaPerCapita', label: { zh: '人均场地面积', en: 'Area per resident' }, unit: '㎡', digits: 2, kind: 'number' },
    { name: 'areaM2', label: { zh: '场地面积', en: 'Area' }, unit: '㎡', digits: 0, kind: 'number' },
    { name: 'population', label: { zh: '常住人口（2020 年）', en: 'Residents (2020)' }, unit: '人', digits: 0, kind: 'number' },
    { name: 'note', label: { zh: '边界', en: 'Outline' }, values: { 示意: { zh: '示意', en: 'schematic' } } },
    { name: 'adcode', internal: true },
    { name: 'en', internal: true },
    { name: 'noteEn', internal: true },
    { name: 'labelLon', internal: true },
    { name: 'labelLat', internal: true },
  ],
};

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

registerScheme(SPORTS_VENUE_TYPE);
for (const schema of [VENUE, DISTRICT, GROUND]) registerSchema(schema);

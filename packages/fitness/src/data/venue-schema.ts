/** The shape of sports venues: one row a venue, with a place. */
import type { DatasetSchema, FieldSchema } from '@yizhangtu/data/model';

/** Groups of types in shorter words than those of the code list, for chips and charts. */
const GROUPS: FieldSchema['values'] = {
  stadium: { zh: '综合场馆', en: 'Stadiums, halls' },
  aquatic: { zh: '游泳水上', en: 'Swimming' },
  'ball-hall': { zh: '室内球类', en: 'Indoor ball games' },
  'ball-field': { zh: '室外球场', en: 'Outdoor courts' },
  gym: { zh: '健身房馆', en: 'Fitness centres' },
  'ice-roller': { zh: '冰雪轮滑', en: 'Ice and roller' },
  trail: { zh: '步道路径', en: 'Trails, exercise paths' },
  special: { zh: '其他场地', en: 'Other grounds' },
};

const OPENING: FieldSchema['values'] = {
  open: { zh: '开放', en: 'Open' },
  partial: { zh: '部分开放', en: 'Partly open' },
  closed: { zh: '不开放', en: 'Closed' },
};

const FEES: FieldSchema['values'] = {
  free: { zh: '免费', en: 'Free' },
  low: { zh: '低收费', en: 'Low fee' },
  paid: { zh: '收费', en: 'Paid' },
};

const OWNERS: FieldSchema['values'] = {
  community: { zh: '街道社区', en: 'Community' },
  public: { zh: '公共体育场馆', en: 'Public sports centre' },
  private: { zh: '民营', en: 'Private' },
  company: { zh: '企事业单位', en: 'Company or institution' },
  school: { zh: '学校', en: 'School' },
};

/** Name of the field with opening hours that a program can read; `hours` is for people. */
export const HOURS_RULE = 'hoursRule';

/** Sports venues. Only `name` and a place are needed; what is missing is said to be unknown, never guessed. */
export const VENUE: DatasetSchema = {
  id: 'fitness/venue@1',
  label: { zh: '健身场馆', en: 'Sports venues' },
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name' }, kind: 'text', required: true },
    // The words are shorter than those of the list; its signs stay.
    { name: 'typeGroup', label: { zh: '场馆类别', en: 'Group' }, codes: { scheme: 'sports-venue-type' }, values: GROUPS ?? {} },
    { name: 'typeCode', label: { zh: '场地类型', en: 'Type' }, codes: { scheme: 'sports-venue-type', version: '2013' } },
    { name: 'district', label: { zh: '所在区市', en: 'District' }, kind: 'text' },
    { name: 'openState', label: { zh: '开放情况', en: 'Opening' }, values: OPENING ?? {} },
    { name: 'fee', label: { zh: '收费', en: 'Fee' }, values: FEES ?? {} },
    { name: 'hours', label: { zh: '开放时间', en: 'Hours' } },
    { name: 'areaM2', label: { zh: '场地面积', en: 'Area' }, unit: '㎡', digits: 0, kind: 'number' },
    { name: 'lengthM', label: { zh: '长度', en: 'Length' }, unit: 'm', digits: 0, kind: 'number' },
    { name: 'capacity', label: { zh: '容纳人数', en: 'Capacity' }, unit: '人', digits: 0, kind: 'number' },
    { name: 'owner', label: { zh: '管理单位', en: 'Run by' }, values: OWNERS ?? {} },
    { name: 'phone', label: { zh: '电话', en: 'Telephone' }, kind: 'text' },
    { name: 'builtYear', label: { zh: '建成年份', en: 'Built' }, kind: 'text' },
    { name: 'accessible', label: { zh: '无障碍', en: 'Step-free' }, kind: 'boolean' },
    { name: 'updated', label: { zh: '更新时间', en: 'Updated' } },
    { name: HOURS_RULE, label: { zh: '开放时间（程序可读）', en: 'Hours, for programs' }, kind: 'text', internal: true },
    { name: 'districtName', internal: true },
  ],
};

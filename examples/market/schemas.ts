/** What the fields of the real inspections mean: Chinese names, words of values, colours of results. */
import { registerSchema, type DatasetSchema, type FieldSchema } from '@yizhangtu/data/model';
import { registerScheme, type CodeScheme } from '@yizhangtu/standards/scheme';

/** Results of an inspection as the county's data codes them, in the colours of the placards at the door. */
const RESULT: CodeScheme = {
  scheme: 'smc-inspection-result',
  version: '2017',
  label: { zh: '检查结论', en: 'Result of an inspection' },
  source: 'Open San Mateo County, Restaurant Health Inspections, 2017',
  evidence: 'conventional',
  entries: [
    { code: '1', label: { zh: '通过（绿牌）', en: 'Pass (green)' }, color: '#2e9e5b' },
    { code: '2', label: { zh: '有条件通过（黄牌）', en: 'Conditional (yellow)' }, color: '#e8a10c' },
    { code: '3', label: { zh: '关闭（红牌）', en: 'Closed (red)' }, color: '#d1352b' },
    { code: '0', label: { zh: '没有结论', en: 'No result' }, color: '#8a97a6' },
  ],
};

const TOWNS: NonNullable<FieldSchema['values']> = {
  'SAN MATEO': { zh: '圣马特奥', en: 'San Mateo' },
  'REDWOOD CITY': { zh: '红木城', en: 'Redwood City' },
  'SOUTH SAN FRANCISCO': { zh: '南旧金山', en: 'South San Francisco' },
  'DALY CITY': { zh: '戴利城', en: 'Daly City' },
  'SAN BRUNO': { zh: '圣布鲁诺', en: 'San Bruno' },
  BURLINGAME: { zh: '伯林盖姆', en: 'Burlingame' },
  'MENLO PARK': { zh: '门洛帕克', en: 'Menlo Park' },
  'SAN CARLOS': { zh: '圣卡洛斯', en: 'San Carlos' },
  PACIFICA: { zh: '帕西菲卡', en: 'Pacifica' },
  MILLBRAE: { zh: '密尔布瑞', en: 'Millbrae' },
  BELMONT: { zh: '贝尔蒙特', en: 'Belmont' },
  'HALF MOON BAY': { zh: '半月湾', en: 'Half Moon Bay' },
  SFO: { zh: '旧金山国际机场', en: 'San Francisco International Airport' },
  'FOSTER CITY': { zh: '福斯特城', en: 'Foster City' },
  'EAST PALO ALTO': { zh: '东帕洛阿尔托', en: 'East Palo Alto' },
  COLMA: { zh: '科尔马', en: 'Colma' },
  BRISBANE: { zh: '布里斯班', en: 'Brisbane' },
  WOODSIDE: { zh: '伍德赛德', en: 'Woodside' },
  'PORTOLA VALLEY': { zh: '波托拉谷', en: 'Portola Valley' },
  ATHERTON: { zh: '阿瑟顿', en: 'Atherton' },
  HILLSBOROUGH: { zh: '希尔斯伯勒', en: 'Hillsborough' },
  'EL GRANADA': { zh: '埃尔格拉纳达', en: 'El Granada' },
  PESCADERO: { zh: '佩斯卡德罗', en: 'Pescadero' },
  'LA HONDA': { zh: '拉洪达', en: 'La Honda' },
  'MOSS BEACH': { zh: '莫斯海滩', en: 'Moss Beach' },
  MONTARA: { zh: '蒙塔拉', en: 'Montara' },
  PRINCETON: { zh: '普林斯顿', en: 'Princeton' },
  'SAN FRANCISCO': { zh: '旧金山', en: 'San Francisco' },
  'SAN JOSE': { zh: '圣何塞', en: 'San Jose' },
  'SANTA CLARA': { zh: '圣克拉拉', en: 'Santa Clara' },
  HAYWARD: { zh: '海沃德', en: 'Hayward' },
  OAKLAND: { zh: '奥克兰', en: 'Oakland' },
  FREMONT: { zh: '弗里蒙特', en: 'Fremont' },
};

const REASONS: NonNullable<FieldSchema['values']> = {
  '2': { zh: '常规检查', en: 'Routine' },
  '3': { zh: '复查', en: 'Follow-up' },
  '4': { zh: '投诉举报', en: 'Complaint' },
  '5': { zh: '调查', en: 'Investigation' },
  '1': { zh: '首次检查', en: 'Initial' },
  '0': { zh: '其他', en: 'Other' },
};

const TOWN: FieldSchema = { name: 'town', label: { zh: '城市', en: 'City' }, kind: 'text', values: TOWNS };
const codes = { scheme: RESULT.scheme, version: RESULT.version };

/** Food businesses, one row a business. What the page works out beside the columns of the file: `site`, `located`, `town` and figures of its inspections. */
const SITE: DatasetSchema = {
  id: 'page/smc-site@1',
  label: { zh: '食品企业', en: 'Food businesses' },
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '企业名称', en: 'Name' }, kind: 'text' },
    { name: 'address', label: { zh: '地址', en: 'Address' }, kind: 'text' },
    TOWN,
    { name: 'city', internal: true },
    { name: 'zip', label: { zh: '邮政编码', en: 'ZIP' }, kind: 'text', plain: true },
    { name: 'last_result_code', label: { zh: '最近结论', en: 'Last result' }, codes, kind: 'text' },
    { name: 'last_date', label: { zh: '最近检查', en: 'Last inspection' }, kind: 'date' },
    { name: 'last_violations', label: { zh: '最近违规', en: 'Last violations' }, digits: 0, kind: 'number' },
    { name: 'inspections', internal: true },
    { name: 'violations_total', internal: true },
    { name: 'high_risk_violations', label: { zh: '其中高风险违规（全部年份）', en: 'High-risk violations (all years)' }, digits: 0, kind: 'number' },
    { name: 'site', label: { zh: '企业编号', en: 'Business number' }, kind: 'text', plain: true },
    {
      name: 'located',
      label: { zh: '坐标', en: 'Place' },
      values: { inside: { zh: '县域外框内', en: 'In the county\'s box' }, outside: { zh: '县域外框外', en: 'Outside of it' }, none: { zh: '没有坐标', en: 'No position' } },
    },
  ],
};

/** Inspections, one row an inspection: in the names of `market/event@1`, so that the profile reads them. */
const CHECK: DatasetSchema = {
  id: 'page/smc-inspection@1',
  label: { zh: '检查', en: 'Inspections' },
  fields: [
    { name: 'uscc', label: { zh: '企业编号', en: 'Business number' }, kind: 'text', plain: true },
    { name: 'date', label: { zh: '检查日期', en: 'Day' }, kind: 'date' },
    { name: 'kind', label: { zh: '检查缘由', en: 'Reason' }, values: REASONS },
    { name: 'result', label: { zh: '检查结论', en: 'Result' }, codes },
    { name: 'violations', label: { zh: '违规项数', en: 'Violations' }, digits: 0, kind: 'number' },
    TOWN,
    { name: 'site_id', internal: true },
    { name: 'result_code', kind: 'text', internal: true },
    { name: 'reason_code', kind: 'text', internal: true },
  ],
};

registerScheme(RESULT);
for (const schema of [SITE, CHECK]) registerSchema(schema);

/** Warnings for stories, as they would stand on the morning of a storm. Seeded, all of it 示例数据. */
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { WARNING_LEVEL, WARNING_STATUS } from '@yizhangtu/standards/warning';

registerScheme(WARNING_LEVEL);
registerScheme(WARNING_STATUS);

const SCHEMA: DatasetSchema = {
  id: 'story/alert@1',
  label: { zh: '预警', en: 'Warnings' },
  titleField: 'title',
  fields: [
    { name: 'title', label: { zh: '预警', en: 'Warning' } },
    { name: 'level', label: { zh: '级别', en: 'Level' }, codes: { scheme: 'warning-level', version: '2007' } },
    { name: 'status', label: { zh: '状态', en: 'Status' }, codes: { scheme: 'warning-status', version: '2007' } },
    { name: 'issuedAt', label: { zh: '发布时间', en: 'Issued' } },
    { name: 'issuer', label: { zh: '发布单位', en: 'Issued by' } },
    { name: 'area', label: { zh: '影响区域', en: 'Area' } },
  ],
};

const at = (text: string): Date => new Date(`2022-09-${text}+08:00`);
const ROWS = [
  ['台风预警', '2', 'updated', at('15T06:30'), '青岛市气象台（示例）', '全市沿海', 120.38, 36.06],
  ['海浪警报', '1', 'issued', at('15T05:40'), '北海预报减灾中心（示例）', '青岛近海', 120.9, 35.8],
  ['风暴潮警报', '3', 'issued', at('15T06:00'), '北海预报减灾中心（示例）', '胶州湾', 120.25, 36.1],
  ['暴雨预警', '3', 'issued', at('14T21:10'), '青岛市气象台（示例）', '崂山区、即墨区', 120.6, 36.25],
  ['大风预警', '4', 'issued', at('14T16:00'), '青岛市气象台（示例）', '平度市、莱西市', 120.2, 36.8],
  [
    '地质灾害气象风险预警',
    '4',
    'updated',
    at('14T18:20'),
    '青岛市自然资源和规划局、青岛市气象局联合发布（示例）',
    '崂山区',
    120.62,
    36.18,
  ],
  ['雷电预警', '3', 'lifted', at('14T11:00'), '青岛市气象台（示例）', '城阳区', 120.4, 36.31],
  ['高温预警', '4', 'lifted', at('12T10:00'), '青岛市气象台（示例）', '胶州市', 120.0, 36.27],
] as const;

/** The warnings of a morning. */
export function seededAlerts(): Dataset {
  const column = <T>(index: number): T[] => ROWS.map((row) => row[index] as T);
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.from(ROWS.flatMap((row) => [row[6], row[7]])),
      columns: {
        title: column<string>(0),
        level: column<string>(1),
        status: column<string>(2),
        issuedAt: column<Date>(3),
        issuer: column<string>(4),
        area: column<string>(5),
      },
    },
    { schema: SCHEMA, provenance: { source: '示例', updated: '2022-09-15', example: true } },
  );
}

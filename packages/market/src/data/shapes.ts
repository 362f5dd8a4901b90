/** Shapes of the data that the elements of the pack read. */
import type { DatasetSchema } from '@yizhangtu/data/model';
import { DEVICE_KINDS } from './device-kinds.js';
import { EVENT_KINDS } from './event-kinds.js';

/** 检查对象名录: who may be drawn, one row a subject. `uscc`, each once, and `risk` are needed. */
export const POOL: DatasetSchema = {
  id: 'market/pool@1',
  label: { zh: '检查对象名录', en: 'Pool of subjects' },
  titleField: 'name',
  fields: [
    { name: 'uscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, kind: 'text', plain: true, required: true },
    { name: 'name', label: { zh: '名称', en: 'Name' }, kind: 'text' },
    { name: 'risk', label: { zh: '信用风险', en: 'Credit risk' }, codes: { scheme: 'credit-risk', version: '2022' }, required: true },
    { name: 'district', label: { zh: '区市', en: 'District' }, codes: { scheme: 'division' } },
    { name: 'holder', label: { zh: '负责人（代码）', en: 'Person in charge (code)' }, kind: 'text', plain: true },
    { name: 'excluded', label: { zh: '排除原因', en: 'Why left out' }, kind: 'text' },
  ],
};

/** 执法检查人员名录: one row an inspector. `id`, each once, is needed. */
export const INSPECTOR: DatasetSchema = {
  id: 'market/inspector@1',
  label: { zh: '执法检查人员名录', en: 'Inspectors' },
  titleField: 'name',
  fields: [
    { name: 'id', label: { zh: '编号', en: 'Id' }, kind: 'text', plain: true, required: true },
    { name: 'name', label: { zh: '姓名', en: 'Name' }, kind: 'text' },
    { name: 'lead', label: { zh: '主办', en: 'May lead' }, kind: 'boolean' },
    { name: 'avoids', label: { zh: '回避', en: 'Keeps away from' }, kind: 'text' },
  ],
};

/** 全生命周期事件: one row an event of a subject. `uscc`, `date` and `kind` are needed. */
export const EVENT: DatasetSchema = {
  id: 'market/event@1',
  label: { zh: '主体事件', en: 'Events of subjects' },
  titleField: 'summary',
  fields: [
    { name: 'uscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, kind: 'text', plain: true, required: true },
    { name: 'date', label: { zh: '日期', en: 'Day' }, kind: 'date', required: true },
    { name: 'kind', label: { zh: '事件', en: 'Event' }, kind: 'text', values: EVENT_KINDS, required: true },
    { name: 'dept', label: { zh: '部门', en: 'Department' }, kind: 'text' },
    { name: 'summary', label: { zh: '内容', en: 'What' }, kind: 'text' },
    { name: 'result', label: { zh: '结果', en: 'Result' }, kind: 'text' },
    { name: 'due', label: { zh: '期限', en: 'Due' }, kind: 'date' },
  ],
};

/** 特种设备: one row a device. `id`, `uscc` of who uses it, and `due`, the day of its next test, are needed. */
export const DEVICE: DatasetSchema = {
  id: 'market/device@1',
  label: { zh: '特种设备', en: 'Special equipment' },
  titleField: 'name',
  fields: [
    { name: 'id', label: { zh: '设备代码', en: 'Code of the device' }, kind: 'text', plain: true, required: true },
    { name: 'uscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, kind: 'text', plain: true, required: true },
    { name: 'name', label: { zh: '使用单位', en: 'Used by' }, kind: 'text' },
    { name: 'class', label: { zh: '设备种类', en: 'Kind of device' }, kind: 'text', values: DEVICE_KINDS },
    { name: 'district', label: { zh: '区市', en: 'District' }, codes: { scheme: 'division' } },
    { name: 'holder', label: { zh: '负责人（代码）', en: 'Person in charge (code)' }, kind: 'text', plain: true, internal: true },
    { name: 'due', label: { zh: '下次检验日期', en: 'Next test due' }, kind: 'date', required: true },
  ],
};

/** All shapes. */
export const MARKET_SCHEMAS: readonly DatasetSchema[] = [POOL, INSPECTOR, EVENT, DEVICE];

/** 国民经济行业分类 GB/T 4754-2017: the twenty sections A–T. */
import type { CodeScheme } from './scheme.js';

/** Sections (门类) of the national industry classification. */
export const INDUSTRY_2017: CodeScheme = {
  scheme: 'industry',
  version: '2017',
  label: { zh: '国民经济行业分类（门类）', en: 'Industrial classification, sections' },
  source: 'GB/T 4754-2017《国民经济行业分类》',
  evidence: 'official',
  effectiveFrom: '2017-10-01',
  entries: [
    {
      code: 'A',
      label: { zh: '农、林、牧、渔业', en: 'Agriculture, forestry, animal husbandry and fishery' },
      short: { zh: '农林牧渔', en: 'Farming' },
    },
    { code: 'B', label: { zh: '采矿业', en: 'Mining' }, short: { zh: '采矿', en: 'Mining' } },
    { code: 'C', label: { zh: '制造业', en: 'Manufacturing' }, short: { zh: '制造', en: 'Manufacturing' } },
    {
      code: 'D',
      label: { zh: '电力、热力、燃气及水生产和供应业', en: 'Production and supply of electricity, heat, gas and water' },
      short: { zh: '电热气水', en: 'Utilities' },
    },
    { code: 'E', label: { zh: '建筑业', en: 'Construction' }, short: { zh: '建筑', en: 'Construction' } },
    { code: 'F', label: { zh: '批发和零售业', en: 'Wholesale and retail trade' }, short: { zh: '批发零售', en: 'Trade' } },
    {
      code: 'G',
      label: { zh: '交通运输、仓储和邮政业', en: 'Transport, storage and post' },
      short: { zh: '交通仓储', en: 'Transport' },
    },
    { code: 'H', label: { zh: '住宿和餐饮业', en: 'Accommodation and catering' }, short: { zh: '住宿餐饮', en: 'Hospitality' } },
    {
      code: 'I',
      label: { zh: '信息传输、软件和信息技术服务业', en: 'Information transmission, software and IT services' },
      short: { zh: '信息软件', en: 'IT' },
    },
    { code: 'J', label: { zh: '金融业', en: 'Finance' }, short: { zh: '金融', en: 'Finance' } },
    { code: 'K', label: { zh: '房地产业', en: 'Real estate' }, short: { zh: '房地产', en: 'Real estate' } },
    {
      code: 'L',
      label: { zh: '租赁和商务服务业', en: 'Leasing and business services' },
      short: { zh: '租赁商务', en: 'Business services' },
    },
    {
      code: 'M',
      label: { zh: '科学研究和技术服务业', en: 'Scientific research and technical services' },
      short: { zh: '科研技术', en: 'Research' },
    },
    {
      code: 'N',
      label: { zh: '水利、环境和公共设施管理业', en: 'Water conservancy, environment and public facilities' },
      short: { zh: '水利环境', en: 'Environment' },
    },
    {
      code: 'O',
      label: { zh: '居民服务、修理和其他服务业', en: 'Resident services, repair and other services' },
      short: { zh: '居民服务', en: 'Resident services' },
    },
    { code: 'P', label: { zh: '教育', en: 'Education' }, short: { zh: '教育', en: 'Education' } },
    { code: 'Q', label: { zh: '卫生和社会工作', en: 'Health and social work' }, short: { zh: '卫生', en: 'Health' } },
    {
      code: 'R',
      label: { zh: '文化、体育和娱乐业', en: 'Culture, sports and entertainment' },
      short: { zh: '文体娱乐', en: 'Culture' },
    },
    {
      code: 'S',
      label: { zh: '公共管理、社会保障和社会组织', en: 'Public administration, social security and social organisations' },
      short: { zh: '公共管理', en: 'Administration' },
    },
    { code: 'T', label: { zh: '国际组织', en: 'International organisations' }, short: { zh: '国际组织', en: 'International' } },
  ],
};

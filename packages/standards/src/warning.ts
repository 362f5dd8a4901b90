/** 预警四色: levels Ⅳ blue to Ⅰ red, and the states of a warning. Colour never stands alone: print the level or its word with it. */
import { hex } from './rgb.js';
import type { CodeScheme } from './scheme.js';

/** Warning levels, code 1 (Ⅰ级, red) to 4 (Ⅳ级, blue), in rising severity as they are listed. The law names the colours; their values are conventional. */
export const WARNING_LEVEL: CodeScheme = {
  scheme: 'warning-level',
  version: '2007',
  label: { zh: '突发事件预警级别', en: 'Emergency warning levels' },
  source: '《中华人民共和国突发事件应对法》（级别与色名）；颜色值：各地预警网站的通行用色',
  evidence: 'official',
  effectiveFrom: '2007-11-01',
  entries: [
    {
      code: '4',
      label: { zh: '蓝色预警（Ⅳ级，一般）', en: 'Blue warning (level IV, moderate)' },
      short: { zh: '蓝色', en: 'Blue' },
      color: hex(0, 112, 255),
      colorEvidence: 'conventional',
    },
    {
      code: '3',
      label: { zh: '黄色预警（Ⅲ级，较重）', en: 'Yellow warning (level III, serious)' },
      short: { zh: '黄色', en: 'Yellow' },
      color: hex(255, 214, 0),
      colorEvidence: 'conventional',
    },
    {
      code: '2',
      label: { zh: '橙色预警（Ⅱ级，严重）', en: 'Orange warning (level II, severe)' },
      short: { zh: '橙色', en: 'Orange' },
      color: hex(255, 128, 0),
      colorEvidence: 'conventional',
    },
    {
      code: '1',
      label: { zh: '红色预警（Ⅰ级，特别严重）', en: 'Red warning (level I, extreme)' },
      short: { zh: '红色', en: 'Red' },
      color: hex(230, 0, 18),
      colorEvidence: 'conventional',
    },
  ],
};

/** States in the life of a warning. A lifted warning is shown as such, never simply dropped. */
export const WARNING_STATUS: CodeScheme = {
  scheme: 'warning-status',
  version: '2007',
  label: { zh: '预警状态', en: 'Warning status' },
  source: '预警发布的通行用语',
  evidence: 'conventional',
  entries: [
    { code: 'issued', label: { zh: '发布', en: 'Issued' } },
    { code: 'updated', label: { zh: '更新', en: 'Updated' } },
    { code: 'lifted', label: { zh: '解除', en: 'Lifted' } },
  ],
};

/** The five grades of a published draft of meteorological warning colours (2009), weakest first. */
export const WARNING_GRADES_2009: readonly string[] = [
  hex(151, 232, 173),
  hex(254, 217, 99),
  hex(236, 152, 0),
  hex(221, 83, 30),
  hex(177, 9, 9),
];

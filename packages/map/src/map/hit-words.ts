/** Apart from the other words of the map: it writes values, and the code for that is fetched when somebody picks by keyboard. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import { rowText } from '@yizhangtu/data/words';
import type { Hit } from './map-types.js';

/** What a screen reader says of the thing that was picked, with how many lie there. */
export function hitWords(hit: Hit, count: number): Text {
  const { layer, dataset, row, bin } = hit;
  if (bin) {
    const facts = (locale: 'zh' | 'en') => bin.facts.map(({ label, value }) => `${label[locale]} ${value[locale]}`);
    return { zh: `${layer.label}：${facts('zh').join('，')}`, en: `${layer.label}: ${facts('en').join(', ')}` };
  }
  const field = dataset.schema?.titleField;
  // What a pie or dots show of the row, in numbers.
  const { fields = [] } = layer.symbologyModel ?? {};
  const parts = (locale: Locale): string => fields.map((part) => `${dataset.label(part, locale)} ${rowText(dataset, row, part, locale)}`).join(locale === 'en' ? ', ' : '，');
  const words = (locale: Locale): string => [layer.label, field ? rowText(dataset, row, field, locale) : '', parts(locale)].filter(Boolean).join(': ');
  return {
    zh: `${words('zh-CN')}${count > 1 ? `，此处共 ${count} 项` : ''}`,
    en: `${words('en')}${count > 1 ? `, ${count} here` : ''}`,
  };
}

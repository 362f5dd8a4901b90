/** Tells the author of a page when a total is shown by the fill of polygons. Comes with the code of classes by numbers. */
import { hint } from '@yizhangtu/base/hints';
import { quantityOf, unitOf } from '@yizhangtu/base/units';
import type { Dataset, FieldSchema } from '@yizhangtu/data/model';

/** What is not added up over places: rates, shares, averages, prices, indices, densities. */
const RATE = /率|比|均|每|密度|指数|强度|系数|程度|浓度|温|价|分数|得分|评分|排名|等级|中位|人均|per(?=[A-Z_ ]|cent|$)|pct|rate|ratio|share|density|index|avg|average|mean|median|score|rank|price|level/i;
/** What is. */
const TOTAL = /总|合计|人口|人数|户数|数量|个数|家数|面积|产值|产量|总量|总额|数$|量$|额$|population|people|persons|residents|household|total|count|number|sum(?=$|_|[A-Z])|gdp/i;
/** Classifiers of counted things. */
const COUNTED = /^[万亿]?(?:人|户|个|家|处|辆|件|座|所|栋|套|宗|起|次|人次|台|条|名|项|张)$/;
const ADDED_UP = ['people', 'mass', 'volume', 'area'];

/** Whether a field holds totals, as far as its name, its label and its unit say. Where they say nothing, it does not. */
export function isTotal({ name, label, unit = '' }: FieldSchema): boolean {
  const words = [name, label?.zh ?? '', label?.en ?? ''];
  const id = unitOf(unit);
  const quantity = id && quantityOf(id);
  if (words.some((word) => RATE.test(word)) || /[/%‰每]/.test(unit)) return false;
  return COUNTED.test(unit) || (quantity !== undefined && ADDED_UP.includes(quantity)) || words.some((word) => TOTAL.test(word));
}

/** Says why a total by fill colour misleads, and what to do. */
export function hintTotal(element: Element, dataset: Dataset, field: string): void {
  if (!isTotal(dataset.field(field))) return;
  const { localName } = element;
  hint(
    'bad-attribute',
    {
      zh: `<${localName}> 用填色表示总量「${dataset.label(field, 'zh-CN')}」：面越大颜色越显眼，读者看到的是面积。请换算成率（<yzt-field expression="${field} / …">，除以面积或人口），或用 <yzt-bubble-layer size-field="${field}">；有意如此就加 allow-totals。`,
      en: `<${localName}> shows the total "${dataset.label(field, 'en')}" by fill colour: large areas stand out because they are large. Divide it by area or population (<yzt-field expression="${field} / …">), or use <yzt-bubble-layer size-field="${field}">; if it is meant, add allow-totals.`,
    },
    element,
  );
}

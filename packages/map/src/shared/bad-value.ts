import { hint } from '@yizhangtu/base/hints';

/**
 * Says once that an attribute or property has a value that cannot be used, and how to write it. The element keeps the value it had.
 * @param name The attribute as it is written in HTML.
 * @param example A value that would do: `120.38 36.07`.
 */
export function badValue(element: Element, name: string, value: unknown, example: string): void {
  const shown = String(value).slice(0, 80);
  hint(
    'bad-attribute',
    {
      zh: `<${element.localName}> 的 ${name}="${shown}" 无法使用，沿用原值。请写成 ${name}="${example}"。`,
      en: `<${element.localName}>: ${name}="${shown}" cannot be used; the previous value stays. Write ${name}="${example}".`,
    },
    element,
  );
}

import { inWords } from '@yizhangtu/base/locale';

/** A word of a story in the language that the toolbar has set on the page. */
export function t(zh: string, en: string): string {
  return inWords({ zh, en });
}

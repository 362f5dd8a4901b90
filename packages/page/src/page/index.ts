import { define } from '@yizhangtu/base/define';
import { YztPage } from './page.js';

define('yzt-page', YztPage);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-page': YztPage;
  }
}

export { YztPage };
export type { PageLayout } from './page-layout.js';
export type { PagePart, PageState } from './page.js';
export type { SheetHeight } from './sheet-heights.js';

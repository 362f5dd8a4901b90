/** Legends that map services draw, and what stands in their place when one cannot be had. */
import { html, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import type { LegendImage } from '@yizhangtu/map/layer';

function loaded({ target, type }: Event): void {
  (target as Element).classList.toggle('failed', type === 'error');
}

/** Pictures, each followed by a sentence that shows when it did not load. */
export function legendPictures(images: readonly LegendImage[], say: (text: Text) => string): TemplateResult[] {
  return images.map(
    ({ url, alt }) =>
      html`<img class="picture" part="picture" src=${url} alt=${alt} @error=${loaded} @load=${loaded} />
        <p class="note">${say({ zh: `服务没有给出“${alt}”`, en: `The service gave no "${alt}"` })}</p>`,
  );
}

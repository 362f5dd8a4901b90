/** Legends that map services draw, and what stands in their place when one cannot be had. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import type { LegendImage } from '@yizhangtu/map/layer';

function loaded({ target, type }: Event): void {
  (target as Element).classList.toggle('failed', type === 'error');
}

/** One picture for a whole layer, followed by a sentence that shows when it did not load. */
function whole({ url, alt }: LegendImage, say: (text: Text) => string): TemplateResult {
  return html`<img class="picture" part="picture" src=${url} alt=${alt} @error=${loaded} @load=${loaded} />
    <p class="note">${say({ zh: `服务没有给出“${alt}”`, en: `The service gave no "${alt}"` })}</p>`;
}

/** Pictures of classes with the words of the service beside them. */
function listed(images: readonly LegendImage[]): TemplateResult {
  return html`<ul>
    ${images.map(
      ({ url, alt, label, heading }) => html`<li>
        ${heading === undefined ? nothing : html`<p class="heading">${heading}</p>`}
        <div class="row drawn"><img class="picture" part="picture" src=${url} alt=${alt} @error=${loaded} @load=${loaded} /><span class="label">${label}</span></div>
      </li>`,
    )}
  </ul>`;
}

/** Pictures that a service draws. */
export function legendPictures(images: readonly LegendImage[], say: (text: Text) => string): unknown {
  if (images.length > 0 && images.every(({ label }) => label !== undefined)) return listed(images);
  return images.map((image) => whole(image, say));
}

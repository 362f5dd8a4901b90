import { html, nothing, type TemplateResult } from 'lit';
import { pause, play } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import type { Text } from '@yizhangtu/base/locale';

type Say = (text: Text) => string;

/** Starts and stops playing. */
export function playButton(playing: boolean, say: Say, onClick: () => void): TemplateResult {
  const words = playing ? say({ zh: '暂停', en: 'Pause' }) : say({ zh: '播放', en: 'Play' });
  return html`<button class="play primary" type="button" aria-label=${words} title=${words} @click=${onClick}>
    ${iconSvg(playing ? pause : play)}
  </button>`;
}

/** What stands behind the track: back to all of time, and the speed. */
export interface AfterButtons {
  readonly speed: number;
  readonly chosen: boolean;
  readonly say: Say;
  onAll(): void;
  onSpeed(): void;
}

export function afterButtons({ speed, chosen, say, onAll, onSpeed }: AfterButtons): TemplateResult {
  const words = say({ zh: `播放速度：每秒 ${speed} 步`, en: `Speed: ${speed} steps a second` });
  return html`<div class="after">
    ${chosen ? html`<button class="link" type="button" @click=${onAll}>${say({ zh: '全部', en: 'All' })}</button>` : nothing}
    <button class="speed" type="button" aria-label=${words} title=${words} @click=${onSpeed}>× ${speed}</button>
  </div>`;
}

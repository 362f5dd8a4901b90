/** The choices of somebody who prints. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { PAPERS, scaleFrom, type Orientation, type PaperName } from './paper.js';

export interface PrintChoices {
  readonly heading: string;
  readonly unit: string;
  readonly paper: PaperName;
  readonly orientation: Orientation;
  /** Dots per inch. */
  readonly resolution: number;
  /** The scale as it was written; empty for an automatic one. */
  readonly scaleWords: string;
  readonly watermark: string;
  readonly legend: boolean;
}

interface Shown extends PrintChoices {
  readonly fixedWatermark: boolean;
  /** Denominator of the scale that was chosen for the reader. */
  readonly automaticScale?: number | undefined;
}

/** Dots per inch that are offered. */
export const RESOLUTIONS: readonly number[] = [96, 150, 300];
const ORIENTATIONS = [
  ['landscape', { zh: '横向', en: 'Landscape' }],
  ['portrait', { zh: '纵向', en: 'Portrait' }],
] as const;

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function text(label: string, value: string, set: (value: string) => void, disabled = false): TemplateResult {
  return html`<label>${label}<input type="text" .value=${value} ?disabled=${disabled} @change=${(event: Event) => set(valueOf(event))} /></label>`;
}

function choice<T>(label: string, value: T, choices: readonly (readonly [T, string])[], set: (value: T) => void): TemplateResult {
  const chosen = ({ target }: Event): void => {
    const found = choices[(target as HTMLSelectElement).selectedIndex];
    if (found) set(found[0]);
  };
  return html`<label>${label}<select @change=${chosen}>${choices.map(([one, words]) => html`<option .selected=${one === value}>${words}</option>`)}</select></label>`;
}

/** The form. @param change Called with what the reader has changed. */
export function printForm(now: Shown, say: (text: Text) => string, change: (choices: Partial<PrintChoices>) => void): TemplateResult {
  const wrong = now.scaleWords.trim() !== '' && scaleFrom(now.scaleWords) === undefined;
  const papers = (Object.keys(PAPERS) as PaperName[]).map((one) => [one, one] as const);
  const orientations = ORIENTATIONS.map(([one, words]) => [one, say(words)] as const);
  const resolutions = RESOLUTIONS.map((dpi) => [dpi, `${dpi} dpi`] as const);
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    ${text(say({ zh: '图名', en: 'Title' }), now.heading, (heading) => change({ heading }))}
    ${text(say({ zh: '制图单位', en: 'Made by' }), now.unit, (unit) => change({ unit }))}
    <div class="pair">
      ${choice(say({ zh: '纸张', en: 'Paper' }), now.paper, papers, (paper) => change({ paper }))}
      ${choice<Orientation>(say({ zh: '方向', en: 'Orientation' }), now.orientation, orientations, (orientation) => change({ orientation }))}
    </div>
    <div class="pair">
      <label
        >${say({ zh: '比例尺', en: 'Scale' })}<input
          type="text"
          .value=${now.scaleWords}
          placeholder=${now.automaticScale === undefined ? '' : `1:${formatNumber(now.automaticScale)}`}
          aria-invalid=${wrong ? 'true' : 'false'}
          @change=${(event: Event) => change({ scaleWords: valueOf(event) })}
      /></label>
      ${choice(say({ zh: '分辨率', en: 'Resolution' }), now.resolution, resolutions, (resolution) => change({ resolution }))}
    </div>
    ${
      wrong
        ? html`<p class="wrong" role="alert">${say({ zh: '比例尺请写成 1:50000 或 5万；留空则自动。', en: 'Write the scale as 1:50000; leave it empty for an automatic one.' })}</p>`
        : nothing
    }
    ${text(say({ zh: '水印', en: 'Watermark' }), now.watermark, (watermark) => change({ watermark }), now.fixedWatermark)}
    <label class="tick"
      ><input type="checkbox" .checked=${now.legend} @change=${(event: Event) => change({ legend: (event.target as HTMLInputElement).checked })} />${say({ zh: '带图例', en: 'With legend' })}</label
    >
  </form>`;
}

/** What a reader sets: where from, and what for. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '@yizhangtu/base/icons';
import type { Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import { choicesIn, choose, chooseSport, sportsIn, wantedOf } from './finder-filters.js';

type Say = (text: Text) => string;

/** Distances one may choose, in metres; 0 is any. */
export const RADII = [500, 1000, 3000, 5000, 10_000, 20_000, 0] as const;

const CHOICES: Readonly<Record<'free' | 'open' | 'stepFree', Text>> = {
  free: { zh: '免费', en: 'Free' },
  open: { zh: '开放中', en: 'Open now' },
  stepFree: { zh: '无障碍', en: 'Step-free' },
};

/** The controls of the place. */
export interface WhereControls {
  readonly say: Say;
  /** The device is being asked. */
  readonly asking: boolean;
  /** The next click on the map is the place; undefined without a map. */
  readonly picking: boolean | undefined;
  /** Names one may type. */
  readonly names: readonly string[];
  onDevice(): void;
  onMiddle(): void;
  onPick(): void;
  onType(text: string): void;
}

/** Buttons and the field for the place. */
export function whereControls({ say, asking, picking, names, ...on }: WhereControls): TemplateResult {
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    on.onType((event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '');
  };
  return html`<div class="where" part="where">
    <button type="button" class="primary device" ?disabled=${asking} @click=${on.onDevice}>${icon('locate-fixed')}${asking ? say({ zh: '正在定位', en: 'Locating' }) : say({ zh: '我的位置', en: 'My position' })}</button>
    ${
      picking === undefined
        ? nothing
        : html`<button type="button" class="middle" @click=${on.onMiddle}>${say({ zh: '地图中心', en: 'Middle of map' })}</button>
            <button type="button" class="on-map" aria-pressed=${picking ? 'true' : 'false'} @click=${on.onPick}>${say({ zh: '在图上点选', en: 'Tap on map' })}</button>`
    }
    <form @submit=${onSubmit}>
      <input
        type="text"
        list="names"
        autocomplete="off"
        aria-label=${say({ zh: '地名或经纬度', en: 'Place, or longitude and latitude' })}
        placeholder=${say({ zh: '地名或经纬度', en: 'Place or lon, lat' })}
      /><button type="submit">${say({ zh: '前往', en: 'Go' })}</button>
      <datalist id="names">${names.map((name) => html`<option value=${name}></option>`)}</datalist>
    </form>
  </div>`;
}

/** What is looked for, and within which distance. */
export function choiceControls(dataset: Dataset, radius: number, say: Say, onRadius: (meters: number) => void): TemplateResult {
  const [sports, wanted] = [sportsIn(dataset), wantedOf(dataset)];
  const value = ({ target }: Event): string => (target as HTMLSelectElement).value;
  const radii = [...new Set<number>([...RADII, radius])].sort((a, b) => (a || Infinity) - (b || Infinity));
  const words = (meters: number): string => (meters === 0 ? say({ zh: '不限', en: 'Any distance' }) : meters < 1000 ? `${meters} m` : `${meters / 1000} km`);
  return html`<div class="choices" part="choices">
    ${
      sports.length === 0
        ? nothing
        : html`<label class="pick"
            >${say({ zh: '项目', en: 'Sport' })}<select name="sport" .value=${wanted.sport} @change=${(event: Event) => chooseSport(dataset, value(event))}>
              <option value="" ?selected=${wanted.sport === ''}>${say({ zh: '全部项目', en: 'All sports' })}</option>
              ${sports.map(({ id, label }) => html`<option value=${id} ?selected=${wanted.sport === id}>${say(label)}</option>`)}
            </select></label
          >`
    }
    <label class="pick"
      >${say({ zh: '范围', en: 'Within' })}<select name="radius" @change=${(event: Event) => onRadius(Number(value(event)))}>
        ${radii.map((meters) => html`<option value=${meters} ?selected=${meters === radius} .selected=${meters === radius}>${words(meters)}</option>`)}
      </select></label
    >
    ${choicesIn(dataset).map(
      (choice) =>
        html`<label class="check"
          ><input type="checkbox" name=${choice} .checked=${wanted[choice]} @change=${({ target }: Event) => choose(dataset, choice, (target as HTMLInputElement).checked)} />${say(CHOICES[choice])}</label
        >`,
    )}
  </div>`;
}

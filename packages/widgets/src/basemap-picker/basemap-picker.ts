import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { BasemapOption, YztBasemap } from '@yizhangtu/map/basemap';
import { MapWidget } from '../shared/map-widget.js';
import { linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { basemapPickerStyles } from './basemap-picker.styles.js';
import { preview, previewStyles } from './previews.js';

/**
 * Chooses the base map of a map, and switches its names on and off. Native radio buttons with small pictures that are drawn here: no service
 * is asked for a thumbnail.
 * @tag yzt-basemap-picker
 * @summary Radio group of base maps with previews, and a switch for the names.
 * @csspart base - The whole picker.
 * @csspart choice - One base map.
 */
export class YztBasemapPicker extends MapWidget {
  static override styles = [hostStyles, focusStyles, hiddenTextStyles, stateStyles, linkButtonStyles, previewStyles, basemapPickerStyles];

  /** Heading for people who do not see the picker. Default «底图». */
  @property() label = '';

  protected override readonly mapEvents = ['yzt-ready', 'yzt-layers-change'] as const;

  /** Names that were shown before they were switched off. */
  #annotation: 'zh' | 'en' = 'zh';

  /** The base map that is chosen for; undefined while the map has none. */
  get basemap(): YztBasemap | undefined {
    return this.mapElement?.stack.all.find((layer): layer is YztBasemap => 'options' in layer && 'current' in layer);
  }

  #choose(basemap: YztBasemap, value: string, event: Event): void {
    event.stopPropagation();
    basemap.value = value;
    this.requestUpdate();
  }

  #switchNames(basemap: YztBasemap, event: Event): void {
    event.stopPropagation();
    if (basemap.annotation !== 'none') this.#annotation = basemap.annotation;
    basemap.annotation = (event.target as HTMLInputElement).checked ? this.#annotation : 'none';
    this.requestUpdate();
  }

  #choice(basemap: YztBasemap, option: BasemapOption, chosen: boolean): TemplateResult {
    return html`<label class="choice" part="choice">
      <input
        type="radio"
        name="basemap"
        .checked=${live(chosen)}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${(event: Event) => this.#choose(basemap, option.value, event)}
      />
      <span class="frame">${preview(option.look)}</span>
      <span class="word">${this.say(option.label)}</span>
    </label>`;
  }

  #names(basemap: YztBasemap, { annotated }: BasemapOption): TemplateResult {
    return html`<label class=${annotated ? 'names' : 'names off'}>
      <input
        type="checkbox"
        ?disabled=${!annotated}
        .checked=${live(annotated && basemap.annotation !== 'none')}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${(event: Event) => this.#switchNames(basemap, event)}
      />
      ${this.say({ zh: '显示注记', en: 'Show names' })}
    </label>`;
  }

  #trouble(basemap: YztBasemap): TemplateResult | typeof nothing {
    if (!basemap.error) return nothing;
    return html`<p class="notice">
      <span>${basemap.error.in(this.locale)}</span>
      <button class="link" type="button" @click=${() => basemap.reload()}>${this.say({ zh: '重试', en: 'Try again' })}</button>
    </p>`;
  }

  override render(): TemplateResult {
    const { basemap } = this;
    if (!basemap) return html`<p class="empty">${this.say({ zh: '地图没有可选的底图', en: 'The map has no base map to choose' })}</p>`;
    const { options, current } = basemap;
    return html`<fieldset class="base" part="base">
      <legend class="hidden-text">${this.label || this.say({ zh: '底图', en: 'Base map' })}</legend>
      <div class="choices">
        ${repeat(
          options,
          ({ value }) => value,
          (option) => this.#choice(basemap, option, option.value === current.value),
        )}
      </div>
      ${options.some(({ annotated }) => annotated) ? this.#names(basemap, current) : nothing}${this.#trouble(basemap)}
    </fieldset>`;
  }
}

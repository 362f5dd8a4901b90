import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { hint } from '@yizhangtu/base/hints';
import { YztContourLayer, type BandLook } from '@yizhangtu/map/contour-layer';
import type { DepthContours } from '@yizhangtu/standards/s52';
import { areContours, depthLook, lightOf, LIGHTS, type Light } from './depth-look.js';

const DEFAULTS: DepthContours = { shallow: 2, safety: 10, deep: 30 };

/**
 * A grid of depths in the colours of charts (IHO S-52): four shades between three contours, the safety contour as a thick line, bright by day, dimmed on a
 * dark map; at dusk and at night, as on a bridge, where the page asks for it. Depths are metres, down positive. A sketch from public grids, never a chart: the legend says so.
 * `breaks`, `interval` and `base` of contours do not count here; `labels` writes the depths on the lines.
 * @tag yzt-depth-layer
 * @summary 水深: depths in the shades of charts with a safety contour, for day, dusk and night. Not for navigation.
 */
export class YztDepthLayer extends YztContourLayer {
  /** Shallow contour, metres. Default 2. */
  @property({ type: Number }) shallow = DEFAULTS.shallow;

  /** Safety contour, metres: the thick line. Default 10. */
  @property({ type: Number }) safety = DEFAULTS.safety;

  /** Deep contour, metres. Default 30. */
  @property({ type: Number }) deep = DEFAULTS.deep;

  /** `day`, `dusk`, `night` (lights of a bridge) or `dim`, the shades of day mixed into the sea of a dark map. Default: by the theme – light is day, dark is dim. */
  @property() light?: Light;

  #look?: { readonly key: string; readonly look: BandLook } | undefined;

  constructor() {
    super();
    this.form = 'both';
    this.fillOpacity = 1;
  }

  get #contours(): DepthContours {
    const { shallow, safety, deep } = this;
    return areContours({ shallow, safety, deep }) ? { shallow, safety, deep } : DEFAULTS;
  }

  protected override bandLook(dark: boolean): BandLook {
    const light = LIGHTS.find((one) => one === this.light) ?? lightOf(dark);
    const sea = /^#[\da-f]{6}$/i.exec(getComputedStyle(this).getPropertyValue('--yzt-map-sea').trim())?.[0];
    const contours = this.#contours;
    const key = [contours.shallow, contours.safety, contours.deep, light, sea].join();
    if (this.#look?.key !== key) this.#look = { key, look: depthLook(contours, light, sea) };
    return this.#look.look;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { shallow, safety, deep } = this;
    if (!areContours({ shallow, safety, deep })) this.#sayBad('shallow safety deep', `${shallow} ${safety} ${deep}`, 'shallow="5" safety="10" deep="30"');
    if (this.light && !LIGHTS.includes(this.light)) this.#sayBad('light', this.light, 'light="dusk"');
  }

  #sayBad(name: string, value: string, example: string): void {
    hint(
      'bad-attribute',
      {
        zh: `<${this.localName}>：${name} 的值“${value}”不能用（等深线要由浅到深），按默认值显示。例：${example}。`,
        en: `<${this.localName}>: ${name} "${value}" cannot be used (contours go from shallow to deep); the default is shown. Example: ${example}.`,
      },
      this,
    );
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { copy } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { hint } from '@yizhangtu/base/hints';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { coordinateText, type CoordinateFormat } from '@yizhangtu/map/crs';
import type { YztMap } from '@yizhangtu/map/map';
import { MapWidget } from '../shared/map-widget.js';
import { DEFAULT_FORMATS, formatList, formatOf, nextFormat } from './coordinate-formats.js';
import { copyText } from '../shared/copy-text.js';
import { coordinatesStyles } from './coordinates.styles.js';

/**
 * The place under the pointer; the middle of the map for touch and keyboard.
 *
 * A click turns to the next format. In a CGCS2000 zone (`4549`) X is north and Y is east, as in Chinese surveying, and the readout
 * says so. Copying works on pages over plain http too.
 * @tag yzt-coordinates
 * @summary Longitude and latitude, or metres in a CGCS2000 zone, of the pointer.
 * @csspart base - The whole readout.
 * @csspart value - The button with the coordinates.
 */
export class YztCoordinates extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, coordinatesStyles];

  /** How the place is written: `dms`, `degrees`, `minutes`, or a CGCS2000 zone such as `4549`. */
  @property({ reflect: true }) format = 'dms';

  /** Formats that a click goes through, parted by spaces. Default: `dms degrees`, and `format`. */
  @property() formats?: string;

  /** Without the button that copies. */
  @property({ type: Boolean, attribute: 'no-copy' }) noCopy = false;

  @state() private pointer?: readonly [number, number];
  @state() private said = '';

  #heard?: YztMap;
  #frame = 0;

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
    super.disconnectedCallback();
  }

  protected override mapChanged(event?: Event): void {
    if (event === undefined) this.#hear(this.mapElement);
    super.mapChanged(event);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('format') || formatOf(this.format)) return;
    hint(
      'bad-attribute',
      {
        zh: `<yzt-coordinates>:format="${this.format}" 无法识别。可用 dms、degrees、minutes 或 CGCS2000 分带代码，如 4549。`,
        en: `<yzt-coordinates>: format="${this.format}" is unknown. Use dms, degrees, minutes or a CGCS2000 zone such as 4549.`,
      },
      this,
    );
  }

  #hear(map: YztMap | undefined): void {
    this.#heard?.removeEventListener('pointermove', this.#onMove);
    this.#heard?.removeEventListener('pointerleave', this.#onLeave);
    map?.addEventListener('pointermove', this.#onMove);
    map?.addEventListener('pointerleave', this.#onLeave);
    this.#heard = map;
    this.pointer = undefined;
  }

  /** Once a frame is enough to read, and a mouse reports far more often. */
  #onMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') {
      this.pointer = undefined;
      return;
    }
    const { clientX, clientY } = event;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const map = this.mapElement;
      const box = map?.getBoundingClientRect();
      if (map && box) this.pointer = map.lonLatOf([clientX - box.left, clientY - box.top]);
    });
  };

  #onLeave = (): void => {
    cancelAnimationFrame(this.#frame);
    this.pointer = undefined;
  };

  #formats(): CoordinateFormat[] {
    const named = formatList(this.formats);
    const own = formatOf(this.format);
    const formats = named.length > 0 ? named : [...DEFAULT_FORMATS];
    return own && !formats.includes(own) ? [own, ...formats] : formats;
  }

  #turn(): void {
    const next = nextFormat(this.#formats(), formatOf(this.format) ?? 'dms');
    this.format = next.replace('EPSG:', '');
  }

  async #copy(text: string): Promise<void> {
    if (!this.shadowRoot) return;
    const done = await copyText(text, this.shadowRoot);
    this.said = done
      ? this.say({ zh: `已复制 ${text}`, en: `Copied ${text}` })
      : this.say({
          zh: '浏览器不允许复制，请选中文字后按 Ctrl+C',
          en: 'The browser does not allow copying: select the text and press Ctrl+C',
        });
  }

  override render(): TemplateResult | typeof nothing {
    const map = this.mapElement;
    const place = this.pointer ?? map?.center;
    if (!map || !place) return nothing;
    const text = coordinateText(place, formatOf(this.format) ?? 'dms', this.locale);
    const what = this.pointer ? undefined : this.say({ zh: '中心', en: 'Centre' });
    const turn = this.say({ zh: '点击切换坐标格式', en: 'Click for another format' });
    const copyLabel = this.say({ zh: '复制坐标', en: 'Copy coordinates' });
    return html`<span class="base" part="base">
      <button class="value" part="value" type="button" title=${turn} @click=${() => this.#turn()}>
        ${what ? html`<span class="what">${what}</span>` : nothing}<span>${text}</span>
      </button>
      ${
        this.noCopy
          ? nothing
          : html`<button
              class="icon"
              type="button"
              title=${copyLabel}
              aria-label=${copyLabel}
              @click=${() => void this.#copy(text)}
            >
              ${iconSvg(copy, 14)}
            </button>`
      }
      <span class="hidden-text" role="status">${this.said}</span>
    </span>`;
  }
}

import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { minus, plus } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { MapWidget } from '../shared/map-widget.js';
import { toolStyles } from '../shared/tool.styles.js';

/**
 * Two buttons that zoom the map in and out by one step.
 * @tag yzt-zoom-tool
 * @summary Zoom in and out.
 * @csspart base - The group of buttons.
 * @csspart in - The button that zooms in.
 * @csspart out - The button that zooms out.
 */
export class YztZoomTool extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, toolStyles];

  /** Zoom levels of one click, greater than 0. */
  @property({ type: Number }) step = 1;

  override render(): TemplateResult {
    const map = this.mapElement;
    const atEnd = !map || map.zoom >= (map.maxZoom ?? Infinity);
    const atStart = !map || map.zoom <= (map.minZoom ?? -Infinity);
    const zoomIn = this.say({ zh: '放大', en: 'Zoom in' });
    const zoomOut = this.say({ zh: '缩小', en: 'Zoom out' });
    // `aria-disabled` keeps the focus on a button that just reached its end.
    return html`<div class="base" part="base" role="group" aria-label=${this.say({ zh: '缩放', en: 'Zoom' })}>
      <button
        part="in"
        type="button"
        title=${zoomIn}
        aria-label=${zoomIn}
        aria-disabled=${atEnd ? 'true' : 'false'}
        @click=${() => !atEnd && map.zoomBy(this.step)}
      >
        ${iconSvg(plus)}
      </button>
      <button
        part="out"
        type="button"
        title=${zoomOut}
        aria-label=${zoomOut}
        aria-disabled=${atStart ? 'true' : 'false'}
        @click=${() => !atStart && map.zoomBy(-this.step)}
      >
        ${iconSvg(minus)}
      </button>
    </div>`;
  }
}

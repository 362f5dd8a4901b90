import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { MapController } from '@yizhangtu/map/link';
import type { YztMap } from '@yizhangtu/map/map';

/** What a widget of a map may listen for on it. */
export type MapEventName = 'yzt-ready' | 'yzt-view-change' | 'yzt-layers-change' | 'yzt-pick' | 'yzt-hover-change';

/** Base of every widget that works with a map: it names the map, waits for it, and hears its events. */
export abstract class MapWidget extends YztElement {
  /** Id of the map. Without it the widget belongs to the map it stands in. */
  @property() for?: string;

  /** The map as an object. Wins over `for`. */
  @property({ attribute: false }) map?: YztMap;

  /** Events of the map that matter to this widget. */
  protected readonly mapEvents: readonly MapEventName[] = ['yzt-ready', 'yzt-view-change'];

  readonly #link = new MapController(this, (next, previous) => this.#swap(next, previous));

  /** The map this widget works with, undefined as long as there is none. */
  get mapElement(): YztMap | undefined {
    return this.#link.mapElement;
  }

  /** The map came, went, or said something. Renders again; widgets that do more extend it. */
  protected mapChanged(_event?: Event): void {
    this.requestUpdate();
  }

  #swap(next: YztMap | undefined, previous: YztMap | undefined): void {
    for (const name of this.mapEvents) {
      previous?.removeEventListener(name, this.#onMapEvent);
      next?.addEventListener(name, this.#onMapEvent);
    }
    this.mapChanged();
  }

  #onMapEvent = (event: Event): void => {
    if (event.target === this.mapElement) this.mapChanged(event);
  };
}

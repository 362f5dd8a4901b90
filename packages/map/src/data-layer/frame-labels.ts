import type OlMap from 'ol/Map.js';
import type { FrameState } from 'ol/Map.js';
import type { TakenBoxes } from '../renderer/taken-boxes.js';
import { nothingTaken } from './canvas-door.js';

/** The labels of one frame, of all its layers. */
export interface FrameLabels {
  /** Where symbols and labels stand. */
  readonly taken: TakenBoxes;
  /** Adds the labels of a layer; `end` is called after they are drawn. */
  add(draw: () => void, end: () => void): void;
}

const frames = new WeakMap<FrameState, FrameLabels>();

function make(map: OlMap | null): FrameLabels {
  const layers: { draw: () => void; end: () => void }[] = [];
  const run = () => {
    // The top layer first: what lies on top is what the map is about.
    for (const layer of layers.reverse()) {
      layer.draw();
      layer.end();
    }
  };
  return {
    taken: nothingTaken(),
    add(draw, end) {
      if (!map) {
        draw();
        end();
        return;
      }
      layers.push({ draw, end });
      if (layers.length === 1) map.once('postcompose', run);
    },
  };
}

/**
 * The labels of a frame. They are drawn when every layer is, so that a label never lies under a symbol or a label of a layer above.
 * @param map The map that tells when; without one labels are drawn at once.
 */
export function frameLabels(frame: FrameState, map: OlMap | null): FrameLabels {
  let labels = frames.get(frame);
  if (!labels) {
    labels = make(map);
    frames.set(frame, labels);
  }
  return labels;
}

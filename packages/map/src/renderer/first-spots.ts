import { MOST_WISHES, type LabelSpot } from './label-painter.js';
import { spotsOf, wanted, type SeenIn } from './label-spots.js';
import { collectInput, type PointFrame } from './point-frame.js';
import { reachOf } from './point-sprites.js';
import { firstSeen } from './seen-parts.js';

/** The first spots among very many points, whose rows nobody has looked for: as many as labels are looked for. */
export function firstSpots(frame: PointFrame, { stride, margin }: Pick<SeenIn, 'stride' | 'margin'>): Iterable<LabelSpot> {
  const { slots, style, points, view } = frame;
  const reach = reachOf(style, slots.list, view.pixelRatio);
  // Where no row is selected nobody waits for one.
  const first = wanted(slots)[slots.lifted === false ? slots.list.length / 2 : 0] ?? 0;
  const input = { ...collectInput(frame, reach, { stride, margin, lines: 0 }), spacing: 0 };
  return spotsOf(frame, { ...firstSeen(points, input, first + 1, MOST_WISHES), stride, margin });
}

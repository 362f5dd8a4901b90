/** Where the legs of an opened cluster end. Pure. */

/** More legs than this would be no answer; the rest is found in a list. */
export const MOST_LEGS = 60;
/** Distance between two ends, CSS px: two symbols and their outlines, and a finger finds one of them. */
const SPACING = 30;
/** Up to here one circle holds them all. */
const ON_CIRCLE = 9;
const SMALLEST_RADIUS = 44;
const TURN = 2 * Math.PI;

function onCircle(count: number): Float64Array {
  const radius = Math.max(SMALLEST_RADIUS, (count * SPACING) / TURN);
  const places = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * TURN - TURN / 4;
    places[2 * i] = radius * Math.cos(angle);
    places[2 * i + 1] = radius * Math.sin(angle);
  }
  return places;
}

/** Turns lie one spacing apart, and so do the ends along a turn. */
function onSpiral(count: number): Float64Array {
  const places = new Float64Array(2 * count);
  let angle = 0;
  for (let i = 0; i < count; i++) {
    const radius = SMALLEST_RADIUS + (SPACING * angle) / TURN;
    places[2 * i] = radius * Math.cos(angle - TURN / 4);
    places[2 * i + 1] = radius * Math.sin(angle - TURN / 4);
    angle += SPACING / radius;
  }
  return places;
}

/**
 * Ends of legs around a middle, CSS px, y downwards, clockwise from the top: a circle for few, a spiral for more.
 * @param scale 1 at 100 % text size.
 */
export function spiderPlaces(count: number, scale = 1): Float64Array {
  const legs = Math.min(count, MOST_LEGS);
  return (legs <= ON_CIRCLE ? onCircle(legs) : onSpiral(legs)).map((value) => value * scale);
}

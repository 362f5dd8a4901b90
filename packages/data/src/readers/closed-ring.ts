/** A ring, x and y in turn, that ends where it begins: itself, or a copy with its first place at the end. Shorter than a triangle it stays as it is. */
export function closedRing(ring: Float64Array): Float64Array {
  const end = ring.length;
  if (end < 6 || (ring[0] === ring[end - 2] && ring[1] === ring[end - 1])) return ring;
  const whole = new Float64Array(end + 2);
  whole.set(ring);
  whole.set(ring.subarray(0, 2), end);
  return whole;
}

/** What the numbers of AIS messages say, and which of them say «not available» (ITU-R M.1371-5, message 1, tables 45 and following). */

/** Slower than this a vessel lies still: its course over ground is noise. Knots. */
const STILL = 0.5;
/** The highest code of a navigational status that means something. */
const LAST_STATUS = 14;

/** A number in a half-open range, else NaN. */
function within(value: number, from: number, below: number): number {
  return value >= from && value < below ? value : Number.NaN;
}

/** Heading in degrees clockwise from north, 0–359; NaN for 511 (not available) and everything else that is none. */
export function headingOf(value: number): number {
  return within(value, 0, 360);
}

/** Course over ground in degrees, 0–359.9; NaN for 360 (not available) and everything else that is none. */
export function courseOf(value: number): number {
  return within(value, 0, 360);
}

/** Speed over ground in knots, 0–102.2, of which the last means «102.2 or more»; NaN for 102.3 (not available). */
export function speedOf(value: number): number {
  return within(value, 0, 102.25);
}

/** A dimension or draught in metres; NaN for 0, which AIS has for «not given». */
export function sizeOf(value: number): number {
  return value > 0 && Number.isFinite(value) ? value : Number.NaN;
}

/** The code of a navigational status, 0–14; empty for 15 (not defined) and everything else that is none. */
export function statusOf(value: number): string {
  return Number.isInteger(value) && value >= 0 && value <= LAST_STATUS ? String(value) : '';
}

/** Whether a position is known: AIS has longitude 181 and latitude 91 for «not available». */
export function isPlace(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/**
 * Where the bow points, degrees clockwise from north: the heading; without one the course, if the vessel moves. NaN where neither is known.
 * @param speed Knots; a vessel whose speed is not known counts as moving.
 */
export function bowOf(heading: number, course: number, speed: number): number {
  const known = headingOf(heading);
  if (!Number.isNaN(known)) return known;
  return speedOf(speed) < STILL ? Number.NaN : courseOf(course);
}

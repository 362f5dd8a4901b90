/** Which meridians and parallels a map shows, and what they are called. Pure; angles in seconds of arc to stay exact. */

const DEGREE = 3600;
const MINUTE = 60;

/** Round steps of an angle, in seconds. */
const STEPS = [
  ...[30, 20, 10, 5, 2, 1].map((degrees) => degrees * DEGREE),
  ...[30, 20, 10, 5, 2, 1].map((minutes) => minutes * MINUTE),
  ...[30, 20, 10, 5, 2, 1],
];

/**
 * The finest round step that leaves room between the lines, in seconds of arc.
 * @param degreesPerPixel How much of an angle one pixel covers.
 * @param spacing Least distance between lines in pixels.
 */
export function graticuleStep(degreesPerPixel: number, spacing: number): number {
  const least = degreesPerPixel * DEGREE * spacing;
  let step = STEPS[0] as number;
  for (const candidate of STEPS) if (candidate >= least) step = candidate;
  return step;
}

/** Every multiple of the step within two angles in degrees; the answer is in seconds of arc. */
export function graticuleLines(from: number, to: number, step: number): number[] {
  const lines: number[] = [];
  for (let at = Math.ceil((from * DEGREE) / step) * step; at <= to * DEGREE; at += step) lines.push(at);
  return lines;
}

function inWords(seconds: number): string {
  const degrees = Math.floor(seconds / DEGREE);
  const minutes = Math.floor((seconds % DEGREE) / MINUTE);
  const rest = seconds % MINUTE;
  const pad = (value: number): string => String(value).padStart(2, '0');
  if (rest > 0) return `${degrees}°${pad(minutes)}′${pad(rest)}″`;
  return minutes > 0 ? `${degrees}°${pad(minutes)}′` : `${degrees}°`;
}

/** `120°E`, `120°30′E`, `0°`, `180°`: a meridian, in seconds of arc; beyond the date line it is counted from the other side. */
export function meridianLabel(seconds: number): string {
  const turn = 360 * DEGREE;
  const east = ((((seconds + turn / 2) % turn) + turn) % turn) - turn / 2;
  if (east === 0 || Math.abs(east) === turn / 2) return inWords(Math.abs(east));
  return `${inWords(Math.abs(east))}${east > 0 ? 'E' : 'W'}`;
}

/** `36°N`, `0°`: a parallel, in seconds of arc. */
export function parallelLabel(seconds: number): string {
  if (seconds === 0) return inWords(0);
  return `${inWords(Math.abs(seconds))}${seconds > 0 ? 'N' : 'S'}`;
}

/** Lines as outlines: two borders half a width apart, joined at each vertex. Pure but for the pad it draws on. */
import type { Coverage } from './coverage.js';

/** Joins of thinner lines are cut straight; nobody sees the difference. Device px of half a width. */
const ROUND_FROM = 0.8;
/** Cosine of a turn that needs no join. */
const SLIGHT = 0.8;
/** Longest chord of a round join or end, device px. */
const CHORD = 1;

/** Draws along an arc around a place, from one offset to another, turning by less than half a circle or by exactly half of one. */
function arc(pad: Coverage, x: number, y: number, fromX: number, fromY: number, toX: number, toY: number): void {
  const radius = Math.sqrt(fromX * fromX + fromY * fromY);
  const turn = Math.atan2(fromX * toY - fromY * toX, fromX * toX + fromY * toY);
  const steps = Math.ceil((Math.abs(turn) * radius) / CHORD);
  let lastX = fromX;
  let lastY = fromY;
  for (let i = 1; i < steps; i++) {
    const angle = (turn * i) / steps;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const nextX = fromX * cos - fromY * sin;
    const nextY = fromX * sin + fromY * cos;
    pad.edge(x + lastX, y + lastY, x + nextX, y + nextY);
    lastX = nextX;
    lastY = nextY;
  }
  pad.edge(x + lastX, y + lastY, x + toX, y + toY);
}

/** A round end: half a circle from one side of the line to the other, over its end. */
function cap(pad: Coverage, x: number, y: number, nx: number, ny: number): void {
  // Two quarters, so that the direction is never in doubt.
  arc(pad, x, y, nx, ny, -ny, nx);
  arc(pad, x, y, -ny, nx, -nx, -ny);
}

/** A place without length: a dot as wide as the line. */
export function outlineDot(pad: Coverage, x: number, y: number, half: number): void {
  cap(pad, x, y, half, 0);
  cap(pad, x, y, -half, 0);
}

/** What a line has at its ends: half a disc, nothing but its edge, or its other end. */
export type LineEnds = 'round' | 'straight' | 'closed';

/** Connects the borders of two stretches at a vertex: the outer one by an arc where the line is wide, the inner one through the vertex. */
function join(pad: Coverage, x: number, y: number, px: number, py: number, nx: number, ny: number, half: number): void {
  const along = px * nx + py * ny;
  const square = half * half;
  if (along > SLIGHT * square) {
    pad.edge(x + px, y + py, x + nx, y + ny);
    pad.edge(x - nx, y - ny, x - px, y - py);
    return;
  }
  const round = half > ROUND_FROM;
  if (px * ny - py * nx > 0) {
    if (round) arc(pad, x, y, px, py, nx, ny);
    else pad.edge(x + px, y + py, x + nx, y + ny);
    pad.edge(x - nx, y - ny, x, y);
    pad.edge(x, y, x - px, y - py);
  } else {
    pad.edge(x + px, y + py, x, y);
    pad.edge(x, y, x + nx, y + ny);
    if (round) arc(pad, x, y, -nx, -ny, -px, -py);
    else pad.edge(x - nx, y - ny, x - px, y - py);
  }
}

/**
 * Draws the outline of a line.
 * @param xy Device px; vertices [from, to).
 * @param half Half the width, device px.
 */
export function outline(pad: Coverage, xy: Float64Array, from: number, to: number, half: number, ends: LineEnds = 'round'): void {
  const closed = ends === 'closed';
  let x = xy[2 * from] as number;
  let y = xy[2 * from + 1] as number;
  let px = 0;
  let py = 0;
  let drawn = false;
  let firstX = 0;
  let firstY = 0;
  const end = closed ? to + 1 : to;
  for (let v = from + 1; v < end; v++) {
    const at = v < to ? v : from;
    const nextX = xy[2 * at] as number;
    const nextY = xy[2 * at + 1] as number;
    const dx = nextX - x;
    const dy = nextY - y;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length < 1e-6) continue;
    const nx = (dy * half) / length;
    const ny = (-dx * half) / length;
    if (drawn) join(pad, x, y, px, py, nx, ny, half);
    else {
      firstX = nx;
      firstY = ny;
      if (ends === 'round') cap(pad, x, y, -nx, -ny);
      else if (!closed) pad.edge(x - nx, y - ny, x + nx, y + ny);
    }
    drawn = true;
    pad.edge(x + nx, y + ny, nextX + nx, nextY + ny);
    pad.edge(nextX - nx, nextY - ny, x - nx, y - ny);
    x = nextX;
    y = nextY;
    px = nx;
    py = ny;
  }
  if (drawn && closed) join(pad, x, y, px, py, firstX, firstY, half);
  else if (drawn && ends === 'straight') pad.edge(x + px, y + py, x - px, y - py);
  else if (drawn) cap(pad, x, y, px, py);
  else if (ends !== 'straight') outlineDot(pad, x, y, half);
}

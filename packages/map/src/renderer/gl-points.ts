/** Draws points by WebGL: places are sent once, colours and filters are an order and a texture, a moved map is a few numbers. */
import { drawOrder, packAtlas, putSprite, splitPlaces, type AtlasBlock, type AtlasPlace } from './gl-atlas.js';
import { endGl, useGl, type GlTrouble, type GlUser } from './gl-context.js';
import { pointProgram, type PointProgram } from './gl-program.js';
import type { PointFrame } from './point-painter.js';
import { reachOf, type PointSprites } from './point-sprites.js';
import type { Slot, Slots } from './slots.js';
import { NO_TURN, TURN_STEP } from './turns.js';
import type { RenderStyle } from './types.js';
import { worldShifts } from './view.js';

/** Turns a symbol has in the texture, the last one for those that are not known. */
const TURNS = 360 / TURN_STEP + 1;
/** A larger texture is not made: pixels by script do as well. */
const TALLEST = 4096;

interface Places {
  readonly points: PointFrame['points'];
  readonly originX: number;
  readonly originY: number;
  readonly buffer: WebGLBuffer | null;
}

interface Turned {
  readonly points: PointFrame['points'];
  readonly turns: Uint8Array;
  readonly buffer: WebGLBuffer | null;
}

interface Order {
  readonly points: PointFrame['points'];
  readonly slots: Slots;
  readonly start: Uint32Array;
  readonly buffer: WebGLBuffer | null;
}

interface Sprites {
  readonly slots: Slots;
  readonly style: RenderStyle;
  readonly pixelRatio: number;
  readonly turned: boolean;
  /** Slot − 1 → where its sprites are; undefined where no point has the slot. */
  readonly places: readonly (AtlasPlace & { readonly side: number } | undefined)[];
  readonly texture: WebGLTexture | null;
}

/** The points of one layer on the graphics card. */
export class GlPoints implements GlUser {
  #gl?: WebGL2RenderingContext | undefined;
  #places?: Places | undefined;
  #turned?: Turned | undefined;
  #order?: Order | undefined;
  #sprites?: Sprites | undefined;
  /** A look whose sprites do not fit: not tried again until it changes. */
  #tooLarge?: { readonly slots: Slots; readonly style: RenderStyle } | undefined;
  readonly #onLost: () => void;

  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  lost(): void {
    this.#forget();
    this.#onLost();
  }

  /**
   * Draws all points of a frame onto its canvas.
   * @param onlyReal No software renderer will do.
   * @returns True when they are drawn, else why not. `missing` also where the sprites or the picture are too large for the card.
   */
  draw(frame: PointFrame, sprites: PointSprites, onlyReal: boolean): true | GlTrouble {
    const found = useGl(this, onlyReal);
    if (typeof found === 'string') return found;
    const gl = found;
    this.#gl = gl;
    const program = pointProgram(gl);
    const { view, slots, style } = frame;
    if (this.#tooLarge?.slots === slots && this.#tooLarge.style === style) return 'missing';
    const margin = reachOf(style, slots.list, view.pixelRatio);
    if (!program || !sized(gl, view.width + 2 * margin, view.height + 2 * margin)) return 'missing';
    const order = this.#orderFor(gl, frame);
    const atlas = this.#spritesFor(gl, frame, sprites, order);
    if (!atlas) return 'missing';
    const places = this.#placesFor(gl, frame);
    gl.useProgram(program.program);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#bind(gl, program, frame, places);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, order.buffer);
    gl.bindTexture(gl.TEXTURE_2D, atlas.texture);
    this.#setView(gl, program, frame, margin);
    for (const shift of worldShifts(view, frame.points.extent, margin)) this.#drawWorld(gl, program, frame, { places, order, atlas, shift });
    frame.context.drawImage(gl.canvas as HTMLCanvasElement, margin, margin, view.width, view.height, 0, 0, view.width, view.height);
    return true;
  }

  /** Gives the memory back. */
  clear(): void {
    const gl = this.#gl;
    if (gl) {
      for (const buffer of [this.#places?.buffer, this.#turned?.buffer, this.#order?.buffer]) gl.deleteBuffer(buffer ?? null);
      gl.deleteTexture(this.#sprites?.texture ?? null);
    }
    this.#forget();
    endGl(this);
  }

  #forget(): void {
    this.#gl = this.#places = this.#turned = this.#order = this.#sprites = undefined;
  }

  #bind(gl: WebGL2RenderingContext, { place, turn }: PointProgram, frame: PointFrame, places: Places): void {
    gl.bindBuffer(gl.ARRAY_BUFFER, places.buffer);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, 4, gl.FLOAT, false, 0, 0);
    if (turn < 0) return;
    const turned = frame.turns ? this.#turnedFor(gl, frame, frame.turns) : undefined;
    if (!turned) {
      gl.disableVertexAttribArray(turn);
      gl.vertexAttrib1f(turn, 0);
      return;
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, turned.buffer);
    gl.enableVertexAttribArray(turn);
    gl.vertexAttribPointer(turn, 1, gl.UNSIGNED_BYTE, false, 0, 0);
  }

  #setView(gl: WebGL2RenderingContext, { uniforms }: PointProgram, { view, turns }: PointFrame, margin: number): void {
    const steps = Math.round((view.rotation * 180) / Math.PI / TURN_STEP);
    gl.uniform2f(uniforms.axes, view.a, view.b);
    gl.uniform2f(uniforms.middle, view.width / 2 + margin, view.height / 2 + margin);
    gl.uniform2f(uniforms.size, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.uniform1i(uniforms.turned, turns ? 1 : 0);
    gl.uniform1i(uniforms.steps, ((steps % (TURNS - 1)) + TURNS - 1) % (TURNS - 1));
    gl.uniform1i(uniforms.sprites, 0);
  }

  #drawWorld(gl: WebGL2RenderingContext, { uniforms }: PointProgram, { view, slots }: PointFrame, what: { places: Places; order: Order; atlas: Sprites; shift: number }): void {
    const { places, order, atlas, shift } = what;
    const x = view.center[0] - shift - places.originX;
    const y = view.center[1] - places.originY;
    gl.uniform4f(uniforms.eye, Math.fround(x), Math.fround(y), x - Math.fround(x), y - Math.fround(y));
    for (let slot = 1; slot <= slots.list.length; slot++) {
      const from = order.start[slot] as number;
      const count = (order.start[slot + 1] as number) - from;
      const place = atlas.places[slot - 1];
      if (count === 0 || !place) continue;
      gl.uniform1f(uniforms.side, place.side);
      gl.uniform3f(uniforms.block, place.x, place.y, place.columns);
      gl.drawElements(gl.POINTS, count, gl.UNSIGNED_INT, 4 * from);
    }
  }

  #placesFor(gl: WebGL2RenderingContext, { points }: PointFrame): Places {
    if (this.#places?.points === points) return this.#places;
    gl.deleteBuffer(this.#places?.buffer ?? null);
    const [minX, minY, maxX, maxY] = points.extent;
    const originX = minX <= maxX ? (minX + maxX) / 2 : 0;
    const originY = minY <= maxY ? (minY + maxY) / 2 : 0;
    this.#places = { points, originX, originY, buffer: filled(gl, gl.ARRAY_BUFFER, splitPlaces(points, originX, originY)) };
    return this.#places;
  }

  #turnedFor(gl: WebGL2RenderingContext, { points }: PointFrame, turns: Uint8Array): Turned {
    if (this.#turned?.points === points && this.#turned.turns === turns) return this.#turned;
    gl.deleteBuffer(this.#turned?.buffer ?? null);
    const { rows } = points;
    const each = rows ? Uint8Array.from(rows, (row) => turns[row] ?? NO_TURN) : turns;
    this.#turned = { points, turns, buffer: filled(gl, gl.ARRAY_BUFFER, each) };
    return this.#turned;
  }

  #orderFor(gl: WebGL2RenderingContext, { points, slots }: PointFrame): Order {
    if (this.#order?.points === points && this.#order.slots === slots) return this.#order;
    gl.deleteBuffer(this.#order?.buffer ?? null);
    const { order, start } = drawOrder(points, slots.of, slots.list.length);
    this.#order = { points, slots, start, buffer: filled(gl, gl.ELEMENT_ARRAY_BUFFER, order) };
    return this.#order;
  }

  #spritesFor(gl: WebGL2RenderingContext, frame: PointFrame, source: PointSprites, { start }: Order): Sprites | undefined {
    const { slots, style, view } = frame;
    const turned = frame.turns !== undefined;
    const last = this.#sprites;
    if (last?.slots === slots && last.style === style && last.pixelRatio === view.pixelRatio && last.turned === turned) return last;
    gl.deleteTexture(last?.texture ?? null);
    this.#sprites = undefined;
    const used = slots.list.map((slot, index) => ((start[index + 2] as number) > (start[index + 1] as number) ? slot : undefined));
    const made = texture(gl, used, source, turned);
    this.#tooLarge = made ? undefined : { slots, style };
    if (made) this.#sprites = { slots, style, pixelRatio: view.pixelRatio, turned, ...made };
    return this.#sprites;
  }
}

function filled(gl: WebGL2RenderingContext, target: number, data: Float32Array | Uint32Array | Uint8Array): WebGLBuffer | null {
  const buffer = gl.createBuffer();
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, data, gl.STATIC_DRAW);
  return buffer;
}

/** Makes the picture large enough. It never gets smaller while somebody uses it: layers of two maps would take turns. */
function sized(gl: WebGL2RenderingContext, width: number, height: number): boolean {
  const { canvas } = gl;
  if (canvas.width < width || canvas.height < height) {
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, height);
  }
  gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
  return gl.drawingBufferWidth === canvas.width && gl.drawingBufferHeight === canvas.height;
}

function texture(gl: WebGL2RenderingContext, used: readonly (Slot | undefined)[], source: PointSprites, turned: boolean): Pick<Sprites, 'places' | 'texture'> | undefined {
  const cells = turned ? TURNS : 1;
  const spriteOf = (slot: Slot, cell: number) => source.sprite(slot, { emphasis: slot.selected ? 'selected' : 'none', turn: turned && cell === TURNS - 1 ? NO_TURN : cell });
  const slots = used.filter((slot): slot is Slot => slot !== undefined);
  const blocks = slots.map((slot) => ({ side: spriteOf(slot, 0).side, cells }));
  const limits = gl.getParameter(gl.ALIASED_POINT_SIZE_RANGE) as Float32Array;
  if (blocks.some(({ side }) => side > (limits[1] ?? 1))) return undefined;
  const atlas = packAtlas(blocks, Math.min(TALLEST, gl.getParameter(gl.MAX_TEXTURE_SIZE) as number));
  if (!atlas) return undefined;
  const pixels = new Uint8Array(4 * atlas.width * atlas.height);
  slots.forEach((slot, index) => {
    const { x, y, columns } = atlas.places[index] as AtlasPlace;
    for (let cell = 0; cell < cells; cell++) {
      const { side, pixels: colors } = spriteOf(slot, cell);
      const whole = (blocks[index] as AtlasBlock).side;
      // The disc of a turn that is not known is smaller; it stands in the middle of its cell.
      const gap = (whole - side) / 2;
      putSprite(pixels, atlas.width, x + (cell % columns) * whole + gap, y + Math.floor(cell / columns) * whole + gap, side, colors);
    }
  });
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, atlas.width, atlas.height, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
  let next = 0;
  const places = used.map((slot) => {
    if (!slot) return undefined;
    const index = next++;
    return { ...(atlas.places[index] as AtlasPlace), side: (blocks[index] as AtlasBlock).side };
  });
  return { places, texture: made };
}

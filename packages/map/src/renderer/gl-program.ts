/** What the graphics card does with a point: the same sprite at the same whole pixel as everywhere else. */

const VERTEX = `#version 300 es
precision highp float;
precision highp int;
in vec4 place;
in float turn;
uniform vec4 eye;
uniform vec2 axes;
uniform vec2 middle;
uniform vec2 size;
uniform float side;
uniform vec3 block;
uniform int turned;
uniform int steps;
flat out vec2 cell;
void main() {
  vec2 d = (place.xy - eye.xy) + (place.zw - eye.zw);
  vec2 p = floor(vec2(axes.x * d.x + axes.y * d.y, axes.y * d.x - axes.x * d.y) + middle) + 0.5;
  gl_Position = vec4(2.0 * p.x / size.x - 1.0, 1.0 - 2.0 * p.y / size.y, 0.0, 1.0);
  gl_PointSize = side;
  int index = 0;
  if (turned == 1) {
    int own = int(turn + 0.5);
    index = own == 255 ? 120 : (own + steps) % 120;
  }
  int columns = int(block.z);
  cell = block.xy + side * vec2(float(index % columns), float(index / columns));
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D sprites;
uniform float side;
flat in vec2 cell;
out vec4 color;
void main() {
  color = texelFetch(sprites, ivec2(cell + floor(gl_PointCoord * side)), 0);
  if (color.a == 0.0) discard;
}`;

const UNIFORMS = ['eye', 'axes', 'middle', 'size', 'side', 'block', 'turned', 'steps', 'sprites'] as const;

/** The program with the places of what it reads. */
export interface PointProgram {
  readonly program: WebGLProgram;
  readonly uniforms: Readonly<Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>>;
  readonly place: number;
  readonly turn: number;
}

const programs = new WeakMap<WebGL2RenderingContext, PointProgram | null>();

function shader(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader | null {
  const made = gl.createShader(type);
  if (!made) return null;
  gl.shaderSource(made, source);
  gl.compileShader(made);
  return made;
}

function make(gl: WebGL2RenderingContext): PointProgram | null {
  const program = gl.createProgram();
  const vertex = shader(gl, gl.VERTEX_SHADER, VERTEX);
  const fragment = shader(gl, gl.FRAGMENT_SHADER, FRAGMENT);
  if (!program || !vertex || !fragment) return null;
  gl.attachShader(program, vertex);
  gl.attachShader(program, fragment);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  const uniforms = Object.fromEntries(UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)])) as PointProgram['uniforms'];
  return { program, uniforms, place: gl.getAttribLocation(program, 'place'), turn: gl.getAttribLocation(program, 'turn') };
}

/** The program of a context, compiled once; null where the driver cannot compile it. */
export function pointProgram(gl: WebGL2RenderingContext): PointProgram | null {
  let program = programs.get(gl);
  if (program === undefined) {
    program = make(gl);
    programs.set(gl, program);
  }
  return program;
}

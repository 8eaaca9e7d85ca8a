import type { Size } from '../frame/rect.ts';
import { dotNumbers, type MeshShape, vertexNumbers } from './mesh-shape.ts';
import {
  dotFragment,
  dotVertex,
  failFragment,
  lineFragment,
  lineVertex,
  paletteSize,
  surfaceFragment,
  surfaceVertex,
} from './shaders.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours of one theme, each channel in [0, 1]. */
export interface MeshColours {
  readonly palette: readonly Rgb[];
  readonly ground: Rgb;
  /** Of a surface whose colours say nothing. */
  readonly plain: Rgb;
  readonly text: Rgb;
  /** Of failed tests. */
  readonly warning: Rgb;
}

export interface Frame {
  readonly shape: MeshShape;
  readonly size: Size;
  /** Device pixels a pixel. */
  readonly density: number;
  readonly clip: Float32Array;
  readonly colours: MeshColours;
  /** Whether dots carry the colour of a value. */
  readonly colouredDots: boolean;
}

/** Draws one landscape after another on one canvas. */
export interface MeshRenderer {
  readonly draw: (frame: Frame) => void;
  readonly dispose: () => void;
}

const floatBytes = 4;

interface Buffers {
  readonly surface: WebGLVertexArrayObject;
  readonly lines: WebGLVertexArrayObject;
  readonly chosen: WebGLVertexArrayObject;
  readonly dots: WebGLVertexArrayObject;
  readonly fails: WebGLVertexArrayObject;
  readonly held: readonly WebGLBuffer[];
  readonly triangleCount: number;
  readonly lineCount: number;
  readonly chosenCount: number;
  readonly dotCount: number;
  readonly failCount: number;
}

interface Programs {
  readonly surface: WebGLProgram;
  readonly line: WebGLProgram;
  readonly dot: WebGLProgram;
  readonly fail: WebGLProgram;
}

/** Null where the browser gives no WebGL 2, or its programs do not compile. */
export function createMeshRenderer(canvas: HTMLCanvasElement): MeshRenderer | null {
  // The picture stays on the canvas, so that a file and a sheet of paper hold it too.
  const gl = canvas.getContext('webgl2', { antialias: true, alpha: true, preserveDrawingBuffer: true });
  const programs = gl && programsOf(gl);
  if (gl === null || programs === null) return null;
  let loaded: { readonly shape: MeshShape; readonly buffers: Buffers } | null = null;
  const load = (shape: MeshShape): Buffers => {
    if (loaded?.shape === shape) return loaded.buffers;
    if (loaded !== null) release(gl, loaded.buffers);
    loaded = { shape, buffers: buffersOf(gl, shape, programs) };
    return loaded.buffers;
  };
  return {
    draw: (frame) => {
      if (gl.isContextLost()) return;
      const drawn = { buffers: load(frame.shape), frame, levels: frame.shape.scale?.levels ?? paletteSize };
      clear(gl, frame);
      drawSurface(gl, programs.surface, drawn);
      drawLines(gl, programs.line, drawn);
      drawChosen(gl, programs.line, drawn);
      drawDots(gl, programs.dot, drawn);
      drawFails(gl, programs.fail, drawn);
    },
    dispose: () => {
      // A context that was lost has taken all of it along.
      if (!gl.isProgram(programs.surface)) return;
      if (loaded !== null) release(gl, loaded.buffers);
      for (const program of Object.values(programs)) gl.deleteProgram(program);
    },
  };
}

function programsOf(gl: WebGL2RenderingContext): Programs | null {
  const surface = programOf(gl, surfaceVertex, surfaceFragment);
  const line = programOf(gl, lineVertex, lineFragment);
  const dot = programOf(gl, dotVertex, dotFragment);
  const fail = programOf(gl, dotVertex, failFragment);
  return surface && line && dot && fail && { surface, line, dot, fail };
}

function programOf(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) === true ? program : null;
}

interface Attribute {
  readonly name: string;
  readonly numbers: number;
  readonly offset: number;
}

function buffersOf(gl: WebGL2RenderingContext, shape: MeshShape, programs: Programs): Buffers {
  const held: WebGLBuffer[] = [];
  const bufferWith = (target: number, data: Float32Array | Uint32Array): WebGLBuffer => {
    const buffer = gl.createBuffer();
    held.push(buffer);
    gl.bindBuffer(target, buffer);
    gl.bufferData(target, data as Float32Array<ArrayBuffer>, gl.STATIC_DRAW);
    return buffer;
  };
  const arrayOf = (
    program: WebGLProgram,
    attributes: readonly Attribute[],
    given: { readonly numbers: number; readonly data: Float32Array; readonly indices: Uint32Array | null },
  ): WebGLVertexArrayObject => {
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    bufferWith(gl.ARRAY_BUFFER, given.data);
    for (const { name, numbers, offset } of attributes) {
      const at = gl.getAttribLocation(program, name);
      if (at < 0) continue;
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, numbers, gl.FLOAT, false, given.numbers * floatBytes, offset * floatBytes);
    }
    if (given.indices !== null) bufferWith(gl.ELEMENT_ARRAY_BUFFER, given.indices);
    gl.bindVertexArray(null);
    return array;
  };
  const position = { name: 'position', numbers: 3, offset: 0 };
  const share = { name: 'share', numbers: 1, offset: 3 };
  const faint = { name: 'faint', numbers: 1, offset: 4 };
  const grid = { numbers: vertexNumbers, data: shape.vertices };
  return {
    surface: arrayOf(programs.surface, [position, share, faint], { ...grid, indices: shape.triangles }),
    lines: arrayOf(programs.line, [position], { ...grid, indices: shape.lines }),
    chosen: arrayOf(programs.line, [position], { ...grid, indices: shape.chosen }),
    dots: arrayOf(programs.dot, [position, share], { numbers: dotNumbers, data: shape.dots, indices: null }),
    fails: arrayOf(programs.fail, [position, share], {
      numbers: dotNumbers,
      data: shape.fails,
      indices: null,
    }),
    held,
    triangleCount: shape.triangles.length,
    lineCount: shape.lines.length,
    chosenCount: shape.chosen.length,
    dotCount: shape.dots.length / dotNumbers,
    failCount: shape.fails.length / dotNumbers,
  };
}

function release(gl: WebGL2RenderingContext, { surface, lines, chosen, dots, fails, held }: Buffers): void {
  for (const array of [surface, lines, chosen, dots, fails]) gl.deleteVertexArray(array);
  for (const buffer of held) gl.deleteBuffer(buffer);
}

function clear(gl: WebGL2RenderingContext, { size, density }: Frame): void {
  gl.viewport(0, 0, Math.round(size.width * density), Math.round(size.height * density));
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  gl.enable(gl.DEPTH_TEST);
  gl.depthFunc(gl.LEQUAL);
}

interface Drawn {
  readonly buffers: Buffers;
  readonly frame: Frame;
  readonly levels: number;
}

function setUp(gl: WebGL2RenderingContext, program: WebGLProgram, clip: Float32Array) {
  gl.useProgram(program);
  gl.uniformMatrix4fv(gl.getUniformLocation(program, 'clip'), false, clip);
  return (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
}

function paletteArray(palette: readonly Rgb[]): Float32Array {
  const last = palette.at(-1) ?? [0, 0, 0];
  return Float32Array.from(Array.from({ length: paletteSize }, (_, i) => palette[i] ?? last).flat());
}

function drawSurface(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { buffers, frame, levels }: Drawn,
): void {
  const { clip, colours } = frame;
  const uniform = setUp(gl, program, clip);
  gl.uniform3fv(uniform('palette'), paletteArray(colours.palette));
  gl.uniform1f(uniform('levels'), levels);
  gl.uniform3f(uniform('ground'), ...colours.ground);
  gl.uniform3f(uniform('plain'), ...colours.plain);
  gl.bindVertexArray(buffers.surface);
  gl.drawElements(gl.TRIANGLES, buffers.triangleCount, gl.UNSIGNED_INT, 0);
}

const lineOpacity = 0.5;

function drawLines(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { buffers, frame }: Pick<Drawn, 'buffers' | 'frame'>,
): void {
  const uniform = setUp(gl, program, frame.clip);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
  gl.uniform4f(uniform('ink'), ...frame.colours.ground, lineOpacity);
  gl.uniform2f(uniform('nudge'), 0, 0);
  gl.bindVertexArray(buffers.lines);
  gl.drawElements(gl.LINES, buffers.lineCount, gl.UNSIGNED_INT, 0);
  gl.disable(gl.BLEND);
}

/** Pixels by which a line is drawn again beside itself: a browser draws lines of one pixel only. */
const haloReach = 1.5;
const inkReach = 0.5;
const sides = [-1, 0, 1];

/** Chosen expiries along the surface: ink on a halo. */
function drawChosen(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { buffers, frame }: Pick<Drawn, 'buffers' | 'frame'>,
): void {
  const { size, colours, clip } = frame;
  const uniform = setUp(gl, program, clip);
  gl.bindVertexArray(buffers.chosen);
  // A halo that is written to depth would stand in front of its own ink on a slope.
  gl.depthMask(false);
  for (const [ink, reach] of [
    [colours.ground, haloReach],
    [colours.text, inkReach],
  ] as const) {
    gl.uniform4f(uniform('ink'), ...ink, 1);
    for (const x of sides)
      for (const y of sides) {
        gl.uniform2f(uniform('nudge'), (2 * x * reach) / size.width, (2 * y * reach) / size.height);
        gl.drawElements(gl.LINES, buffers.chosenCount, gl.UNSIGNED_INT, 0);
      }
  }
  gl.depthMask(true);
  gl.bindVertexArray(null);
}

const many = 1500;
const narrow = 500;

function drawDots(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { buffers, frame, levels }: Drawn,
): void {
  const { clip, colours, density, colouredDots } = frame;
  const uniform = setUp(gl, program, clip);
  gl.uniform3fv(uniform('palette'), paletteArray(colours.palette));
  gl.uniform1f(uniform('levels'), levels);
  gl.uniform1f(uniform('coloured'), colouredDots ? 1 : 0);
  gl.uniform3f(uniform('fill'), ...colours.ground);
  gl.uniform3f(uniform('rim'), ...colours.text);
  const crowded = buffers.dotCount > many || frame.size.width < narrow;
  const diameter = colouredDots ? (crowded ? 6 : 9) : crowded ? 3 : 5;
  gl.uniform1f(uniform('diameter'), diameter * density);
  gl.bindVertexArray(buffers.dots);
  gl.drawArrays(gl.POINTS, 0, buffers.dotCount);
  gl.bindVertexArray(null);
}

const failSize = 9;

function drawFails(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { buffers, frame }: Pick<Drawn, 'buffers' | 'frame'>,
): void {
  const uniform = setUp(gl, program, frame.clip);
  gl.uniform3f(uniform('ink'), ...frame.colours.warning);
  gl.uniform3f(uniform('halo'), ...frame.colours.ground);
  gl.uniform1f(uniform('diameter'), failSize * frame.density);
  gl.bindVertexArray(buffers.fails);
  gl.drawArrays(gl.POINTS, 0, buffers.failCount);
  gl.bindVertexArray(null);
}

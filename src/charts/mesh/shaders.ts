/** Steps of the longest ramp: the palette's length on the card. */
export const paletteSize = 16;

/** Bands of colour as on the map; light from the upper left, by the slope of each face. */
export const surfaceVertex = `#version 300 es
in vec3 position;
in float share;
in float faint;
uniform mat4 clip;
out vec3 place;
out float shade;
out float pale;
void main() {
  place = position;
  shade = share;
  pale = faint;
  gl_Position = clip * vec4(position, 1.0);
}`;

export const surfaceFragment = `#version 300 es
precision highp float;
in vec3 place;
in float shade;
in float pale;
uniform vec3 palette[${paletteSize}];
uniform float levels;
uniform vec3 ground;
uniform vec3 plain;
out vec4 colour;
void main() {
  vec3 normal = normalize(cross(dFdx(place), dFdy(place)));
  float light = 0.8 + 0.2 * abs(dot(normal, normalize(vec3(-0.45, 0.8, 0.4))));
  int level = int(clamp(floor(shade * levels), 0.0, levels - 1.0));
  vec3 base = shade < -0.001 ? plain : palette[level];
  colour = vec4(mix(base * light, ground, pale > 0.5 ? 0.55 : 0.0), 1.0);
}`;

export const lineVertex = `#version 300 es
in vec3 position;
uniform mat4 clip;
uniform vec2 nudge;
void main() {
  gl_Position = clip * vec4(position, 1.0);
  gl_Position.xy += nudge * gl_Position.w;
  gl_Position.z -= 0.002;
}`;

export const lineFragment = `#version 300 es
precision mediump float;
uniform vec4 ink;
out vec4 colour;
void main() { colour = ink; }`;

export const dotVertex = `#version 300 es
in vec3 position;
in float share;
uniform mat4 clip;
uniform float diameter;
out float shade;
void main() {
  shade = share;
  gl_Position = clip * vec4(position, 1.0);
  gl_Position.z -= 0.004;
  gl_PointSize = diameter;
}`;

export const dotFragment = `#version 300 es
precision mediump float;
in float shade;
uniform vec3 palette[${paletteSize}];
uniform float levels;
uniform float coloured;
uniform vec3 fill;
uniform vec3 rim;
out vec4 colour;
void main() {
  float off = length(gl_PointCoord - 0.5) * 2.0;
  if (off > 1.0) discard;
  int level = int(clamp(floor(shade * levels), 0.0, levels - 1.0));
  vec3 inside = coloured > 0.5 && shade > -0.001 ? palette[level] : fill;
  // A dot that says something is mostly what it says.
  float core = coloured > 0.5 ? 0.8 : 0.62;
  colour = vec4(off > core ? rim : inside, 1.0);
}`;

/** × where the density is below zero, | where total variance falls with time, as on the map, with a halo. */
export const failFragment = `#version 300 es
precision mediump float;
in float shade;
uniform vec3 ink;
uniform vec3 halo;
out vec4 colour;
void main() {
  vec2 off = abs(gl_PointCoord - 0.5);
  float away = shade > 0.5 ? off.x : abs(off.x - off.y) * 0.7071;
  if (max(off.x, off.y) > 0.46 || away > 0.2) discard;
  colour = vec4(away > 0.09 ? halo : ink, 1.0);
}`;

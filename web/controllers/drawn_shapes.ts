// What kernel/base/drawing.cpp and ui/photo_drawing.cpp draw, drawn while one is at it.
export type Point = [number, number]; // parts of the photo's width and height
export interface Shape { kind: 'arrow' | 'circle' | 'line' | 'words'; points: Point[]; words?: string }
export interface Plane { width: number; height: number } // the longest side has 1 000 units

const fineness = 10_000;
const tail = 0.15; // as in modules/files/drawing_forms.cpp, what is added without pointing
const radius = 0.1;
const words_before = 0.12;
const words_below = 0.16;
const side = 1000;
const head = 34;
const spread = Math.PI / 7;
const letter_height = 40;
const letter_width = 0.56 * letter_height;
const line_height = 1.2 * letter_height;
const margin = 10;
const columns_wanted = 16;
const nearly = 0.0015; // parts: closer to a straight line is on it

const least = 0.015; // parts: a smaller arrow or circle was a tap

export function part(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * fineness) / fineness;
}

export function read(text: string): Shape[] {
  try {
    const shapes: unknown = JSON.parse(text);
    return Array.isArray(shapes) ? shapes.filter((shape) => Array.isArray(shape?.points)) : [];
  } catch {
    return [];
  }
}

// In that ninth of the photo, with its words beside it.
export function placed(kind: string, ninth: number, words: string): Shape[] {
  const [x, y]: Point = [((ninth % 3) + 0.5) / 3, (Math.floor(ninth / 3) + 0.5) / 3];
  const from = (to: number): number => part(to > 0.6 ? to - tail : to + tail);
  const added: Shape[] = [];
  if (kind === 'arrow') added.push({ kind, points: [[from(x), from(y)], [part(x), part(y)]] });
  if (kind === 'circle') added.push({ kind, points: [[part(x - radius), part(y - radius)], [part(x + radius), part(y + radius)]] });
  if (words) added.push({ kind: 'words', points: [[part(x - words_before), part(kind === 'note' ? y : y + words_below)]], words });
  return added;
}

export function planeOf(width: number, height: number): Plane {
  const unit = side / Math.max(width, height);
  return { width: width * unit, height: height * unit };
}

function svg(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

const step = (how: string, [x, y]: Point): string => `${how}${Math.round(x)} ${Math.round(y)}`;

function arrow(from: Point, to: Point): string {
  const back = Math.atan2(from[1] - to[1], from[0] - to[0]);
  const barb = (angle: number): Point => [to[0] + head * Math.cos(angle), to[1] + head * Math.sin(angle)];
  return step('M', from) + step('L', to) + step('M', barb(back - spread)) + step('L', to) + step('L', barb(back + spread));
}

function circle(one: Point, other: Point): string {
  const radii = `${Math.round(Math.abs(one[0] - other[0]) / 2)} ${Math.round(Math.abs(one[1] - other[1]) / 2)} 0 1 0 `;
  const y = (one[1] + other[1]) / 2;
  const half = (x: number): string => `A${radii}${Math.round(x)} ${Math.round(y)}`;
  const left = Math.min(one[0], other[0]);
  return step('M', [left, y]) + half(Math.max(one[0], other[0])) + half(left);
}

function broken(words: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ').filter(Boolean)) {
    const letters = [...word];
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + letters.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else for (let at = 0; at < letters.length; at += columns) lines.push(letters.slice(at, at + columns).join(''));
  }
  return lines;
}

function written(shape: Shape, [left, top]: Point, plane: Plane): SVGElement[] {
  const words = shape.words ?? '';
  const wanted = Math.min([...words].length, columns_wanted);
  const x = Math.max(margin, Math.min(left, plane.width - margin - wanted * letter_width));
  const lines = broken(words, Math.max(1, Math.floor((plane.width - margin - x) / letter_width)));
  const y = Math.max(letter_height, Math.min(top, plane.height - margin - line_height * (lines.length - 1)));
  return lines.map((line, number) => {
    const text = svg('text', { class: 'drawn-words', x: String(Math.round(x)), y: String(Math.round(y + number * line_height)) });
    text.textContent = line;
    return text;
  });
}

export function elementsOf(shape: Shape, plane: Plane): SVGElement[] {
  const units = shape.points.map(([x, y]): Point => [x * plane.width, y * plane.height]);
  const first = units[0];
  const last = units.at(-1);
  if (!first || !last) return [];
  if (shape.kind === 'words') return written(shape, first, plane);
  const line = (): string => units.map((point, at) => step(at ? 'L' : 'M', point)).join('');
  const d = shape.kind === 'arrow' ? arrow(first, last) : shape.kind === 'circle' ? circle(first, last) : line();
  return [svg('path', { class: 'drawn-under', d }), svg('path', { class: 'drawn', d })];
}

function away([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length : Math.hypot(x - ax, y - ay);
}

// Without the points that a straight line goes through (Ramer, Douglas, Peucker).
export function simplified(points: Point[]): Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return points;
  let farthest = 0;
  let most = 0;
  points.forEach((point, at) => {
    const far = away(point, first, last);
    if (far > most) [most, farthest] = [far, at];
  });
  if (most < nearly) return [first, last];
  return [...simplified(points.slice(0, farthest + 1)).slice(0, -1), ...simplified(points.slice(farthest))];
}

// Which ninth of the photo it is about, row by row: an arrow, where it points.
export function ninthOf({ kind, points }: Shape): number {
  const third = (axis: 0 | 1): number => {
    const all = (kind === 'arrow' ? points.slice(-1) : points).map((point) => point[axis]);
    return Math.max(0, Math.min(2, Math.floor(((Math.min(...all) + Math.max(...all)) / 2) * 3)));
  };
  return third(1) * 3 + third(0);
}

export function isLarge({ points }: Shape): boolean {
  const [first] = points as [Point];
  return points.some(([x, y]) => Math.hypot(x - first[0], y - first[1]) > least);
}

export function shortened(points: Point[], most: number): Point[] {
  const kept = simplified(points);
  const every = Math.ceil(kept.length / most);
  return kept.filter((_, at) => at % every === 0);
}

function layerOf(board: HTMLElement): SVGSVGElement {
  const there = board.querySelector('svg');
  if (there) return there;
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  made.setAttribute('class', 'drawing');
  made.ariaHidden = 'true'; // the list below says it
  board.append(made);
  return made;
}

// Over the photo of the board.
export function paint(board: HTMLElement, shapes: Shape[]): void {
  const picture = board.querySelector('img') as HTMLImageElement;
  const plane = planeOf(Number(picture.getAttribute('width')), Number(picture.getAttribute('height')));
  const layer = layerOf(board);
  layer.setAttribute('viewBox', `0 0 ${Math.round(plane.width)} ${Math.round(plane.height)}`);
  layer.replaceChildren(...shapes.flatMap((shape) => elementsOf(shape, plane)));
}

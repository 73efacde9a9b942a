import { render } from 'svelte/server';
import Canvas, { type Reading } from '../../src/scenes/Canvas.svelte';
import type { Chart } from '../../src/scenes/chart.ts';
import { FRAMES, type Box, type FrameName } from '../../src/scenes/frames.ts';
import type { PictureStep } from '../../src/story/resolve.ts';

/** A word or number as it is drawn. `x` is where it is anchored, `y` its base line. */
export interface DrawnLabel {
  text: string;
  look: string;
  x: number;
  y: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  /** the scene's name */
  scene: string;
}

/** A mark as boxes that no word may stand on; a line is many small ones. */
export interface DrawnMark {
  /** class names, and the pattern that fills it */
  look: string;
  /** a line of the story, on which a word with a halo may stand */
  isLine: boolean;
  boxes: Box[];
}

export interface Drawn {
  labels: DrawnLabel[];
  marks: DrawnMark[];
}

/** Fainter things are not seen. */
const FAINT = 0.15;
/** Distance between the small boxes of a line, in canvas units. */
const GRAIN = 2;
/** Land, its shadow and its borders: words stand on them. */
const GROUNDS = /^(?:land|isle|inset)$/;
/** Marks that are only an outline: a word may stand inside, not on the edge. */
const OUTLINES = /\b(?:emptied|guess|rule|hairline|axis|inset-frame|trip|cut|line-[\w-]+)\b/;

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const attributesOf = (tag: string): Record<string, string> => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

type Point = [x: number, y: number];

/** The parts of a path, each as a chain of points; curves in short straight pieces. Knows the commands that our layouts write. */
function chainsOf(d: string): Point[][] {
  const chains: Point[][] = [];
  let chain: Point[] = [];
  let [x, y] = [0, 0];
  const to = (px: number, py: number): void => void chain.push(([x, y] = [px, py]));
  for (const [, command, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const n = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const [dx, dy] = command === command!.toLowerCase() ? [x, y] : [0, 0];
    switch (command!.toLowerCase()) {
      case 'm': chains.push((chain = [])); to(dx + n[0]!, dy + n[1]!); break;
      case 'l': to(dx + n[0]!, dy + n[1]!); break;
      case 'h': to(dx + n[0]!, y); break;
      case 'v': to(x, dy + n[0]!); break;
      case 'q': {
        const [a, c, b] = [[x, y], [dx + n[0]!, dy + n[1]!], [dx + n[2]!, dy + n[3]!]] as const;
        const pieces = Math.max(2, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 8));
        for (let i = 1; i <= pieces; i += 1) {
          const [t, u] = [i / pieces, 1 - i / pieces];
          to(a[0] * u * u + 2 * c[0] * u * t + b[0] * t * t, a[1] * u * u + 2 * c[1] * u * t + b[1] * t * t);
        }
        break;
      }
      // Half a circle, to the point across: by its outermost point.
      case 'a': { const [r, end] = [n[1]!, [dx + n[5]!, dy + n[6]!] as const]; chain.push([(x + end[0]) / 2, y - r], [(x + end[0]) / 2, y + r]); to(...end); break; }
      case 'z': chain.push([...chain[0]!]); break;
      default: throw new Error(`drawn.ts: a path with “${command}”, expected the commands of our layouts: ${d.slice(0, 60)}`);
    }
  }
  return chains;
}

const boxOf = (points: readonly Point[], grow: number): Box => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs) - grow, Math.min(...ys) - grow];
  return { x, y, width: Math.max(...xs) + grow - x, height: Math.max(...ys) + grow - y };
};

/** Small boxes along a chain. */
const along = (chain: readonly Point[], grow: number): Box[] =>
  chain.slice(1).flatMap((to, i) => {
    const from = chain[i]!;
    const pieces = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / GRAIN));
    return Array.from({ length: pieces + 1 }, (_, k): Box => boxOf([[from[0] + ((to[0] - from[0]) * k) / pieces, from[1] + ((to[1] - from[1]) * k) / pieces]], grow));
  });

/** A mark by its element's name and attributes. */
function markOf(name: string, attributes: Record<string, string>, stroke: number): DrawnMark | undefined {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  const look = [attributes['class'], /url\(#([^)]*)\)/.exec(attributes['fill'] ?? '')?.[1]].filter(Boolean).join(' ');
  const half = (attributes['stroke-width'] === undefined ? stroke : number('stroke-width')) / 2;
  const outline = OUTLINES.test(look) && !/\b(?:solid|dots)\b|url/.test(`${look} ${attributes['fill'] ?? ''}`);
  const [, tx = 0, ty = 0, scale = 1] = (/translate\(([-\d.]+) ([-\d.]+)\)scale\(([\d.]+)\)/.exec(attributes['transform'] ?? '') ?? []).map(Number);
  if (name === 'circle') {
    const [x, y, r] = [number('cx'), number('cy'), number('r') + half];
    return { look, isLine: false, boxes: [{ x: x - r, y: y - r, width: 2 * r, height: 2 * r }] };
  }
  const corners = (): Point[] => {
    const [x, y, w, h] = [number('x'), number('y'), number('width'), number('height')];
    return [[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]];
  };
  const chains = (name === 'rect' ? [corners()] : chainsOf(attributes['d'] ?? '')).map((chain) => chain.map(([x, y]): Point => [x * scale + tx, y * scale + ty]));
  return { look, isLine: /\bline-[\w-]+/.test(look) && outline, boxes: outline ? chains.flatMap((chain) => along(chain, half)) : chains.map((chain) => boxOf(chain, name === 'path' ? half : 0)) };
}

/**
 * All labels and marks of a picture that can be seen, read from the very markup that the page shows: the one place that knows what
 * our drawings look like.
 * @param reading the reader's place and answers
 */
export function drawn(steps: readonly PictureStep[], frame: FrameName, chart: Chart, reading: Reading): Drawn {
  const { body } = render(Canvas, { props: { steps, frame: FRAMES[frame], chart, reading } });
  const found: Drawn = { labels: [], marks: [] };
  /** of the groups that are open: opacity, width of strokes, the scene, and whether it is ground */
  const groups = [{ opacity: 1, stroke: 0, scene: '', ground: false }];
  for (const [, end, name, tag, text] of body.matchAll(/<(\/?)(\w+)([^>]*)>(?:([^<]+)<\/text>)?/g)) {
    if (name === 'g' && end) groups.pop();
    if (end || name === 'svg' || name === 'use') continue;
    const attributes = attributesOf(tag!);
    const outer = groups.at(-1)!;
    const opacity = outer.opacity * Number(attributes['opacity'] ?? 1);
    const names = attributes['class'] ?? '';
    const scene = outer.scene || names.replace(/ ?\b(?:night|day)\b/, '');
    if (name === 'g') groups.push({ opacity, stroke: Number(attributes['stroke-width'] ?? outer.stroke), scene, ground: outer.ground || GROUNDS.test(names) });
    else if (opacity <= FAINT) continue;
    else if (name === 'text') {
      const { x, y, 'font-size': size, 'text-anchor': anchor = 'start' } = attributes;
      found.labels.push({
        text: text!.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity), look: names, x: Number(x), y: Number(y), size: Number(size), anchor: anchor as DrawnLabel['anchor'], scene,
      });
    } else if (!outer.ground && !/\bnode\b/.test(names)) {
      const mark = markOf(name!, attributes, outer.stroke);
      if (mark) found.marks.push(mark);
    } else if (names === 'inset-frame') found.marks.push(markOf(name!, attributes, outer.stroke)!);
  }
  return found;
}

import type { Chart, Label } from '../scenes/chart.ts';
import { canvasOf, type Box, type Frame } from '../scenes/frames.ts';
import { layoutMap } from '../scenes/map/layout.ts';
import { planMap } from '../scenes/map/plan.ts';
import { sceneOf, type SceneName } from '../scenes/registry.ts';
import { UNANSWERED } from '../scenes/scene.ts';
import type { Shape } from '../scenes/shapes.ts';
import { extentOf } from './extent.ts';
import { inkOf, shared, type Setting } from './measure.ts';

/** Words and marks may touch or pass an edge by as much as this, in canvas units: a pixel at the size that the canvas is designed for. */
const SLACK = 1;
type Mark = Pick<Shape, 'key' | 'd' | 'pitch' | 'transform'> & { of?: string | undefined };

/** What a scene draws, as words and marks in canvas units. */
export interface Drawn {
  marks: Mark[];
  labels: readonly Label[];
}

/** A scene as it stands at a step. The map hands over what it counts; its land may lie past the canvas. */
export function drawnOn(name: SceneName, state: object, canvas: Frame, chart: Chart): Drawn {
  const frame = canvasOf(canvas, name, chart);
  const { layout } = sceneOf(name);
  if (layout !== 'map') {
    const { shapes, labels } = layout(state, frame, chart, UNANSWERED);
    return { marks: shapes, labels };
  }
  const { trips, months, labels } = layoutMap(planMap(frame, chart), state as Parameters<typeof layoutMap>[1]);
  const boxes = months.map(({ of, x, y, size, pitch }, i): Mark => ({ key: `month-${i}`, of, pitch, d: `M${x} ${y}h${size}v${size}` }));
  return { marks: [...trips, ...boxes], labels };
}

const boxOf = ({ d, transform }: Mark): Box => {
  const [, tx = 0, ty = 0, scale = 1] = (/translate\(([-\d.]+) ([-\d.]+)\)scale\((-?[\d.]+)\)/.exec(transform ?? '') ?? []).map(Number);
  const { x, y, width, height } = extentOf(d);
  return { x: x * scale + tx, y: y * scale + ty, width: width * scale, height: height * scale };
};

/** Whether a box leaves its room: the map's is the canvas, that of all others lies between the edges of their panel. */
function leaves({ x, y, width, height }: Box, scene: SceneName, frame: Frame): boolean {
  const { x: left, width: wide } = sceneOf(scene).layout === 'map' ? { x: 0, width: frame.width } : frame.panel;
  return Math.max(left - x, -y, x + width - left - wide, y + height - frame.height) > SLACK;
}

/** What is too much for a picture: the fact, if it is known, and what would be seen. */
export interface Excess {
  of: string | undefined;
  what: string;
}

/** Marks that nobody could count, or that would lie outside. */
export function crowded(name: SceneName, { marks }: Drawn, frame: Frame): Excess[] {
  const least = sceneOf(name).finest;
  return marks.flatMap((mark): Excess[] => {
    if (mark.pitch !== undefined && mark.pitch < least)
      return [{ of: mark.of, what: `its marks would stand ${mark.pitch.toFixed(1)} apart, expected ${least.toFixed(1)} at least` }];
    return leaves(boxOf(mark), name, frame) ? [{ of: mark.of, what: `its mark "${mark.key}" would lie outside its panel` }] : [];
  });
}

/** Whether a word of some stands on a word of others. */
export function collide(some: readonly Label[], others: readonly Label[], setting: Setting): boolean {
  const boxes = others.map((label) => inkOf(label, setting));
  return some.some((label) => boxes.some((box) => shared(inkOf(label, setting), box) > SLACK));
}

/** Words that would lie outside, or on each other. */
export function misplaced(name: SceneName, { labels }: Drawn, frame: Frame, readers: Setting, factOf: (text: string) => string | undefined): Excess[] {
  const words = labels.map((label) => ({ label, box: inkOf(label, readers) }));
  return words.flatMap(({ label, box }, i): Excess[] => {
    const under = words.slice(i + 1).find((other) => shared(box, other.box) > SLACK);
    const of = factOf(label.text) ?? (under ? factOf(under.label.text) : undefined);
    if (leaves(box, name, frame)) return [{ of, what: `the words “${label.text}” would lie outside their panel` }];
    return under ? [{ of, what: `the words “${label.text}” and “${under.label.text}” would stand on each other` }] : [];
  });
}


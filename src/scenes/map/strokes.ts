import { seen, type Camera } from '../camera.ts';
import { directionAt, part, pathOf, pointAt, tenth, type Curve, type Point } from '../curve.ts';
import type { Frame } from '../frames.ts';
import { strokeOf } from '../stroke.ts';
import { CUT_BAR, CUT_BEFORE_END, CUT_GAP, CUT_REST, CUT_SHARE } from './config.ts';
import type { Stroke } from './marks.ts';
import type { Leg } from './plan.ts';
import type { LineState } from './scene.ts';

export const onCanvas = (camera: Camera, curve: Curve): Curve => [seen(camera, curve[0]), seen(camera, curve[1]), seen(camera, curve[2])];

export const length = ([a, , b]: Curve): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** Where a curve is cut, as a share of it: halfway when seen from far, close to its end when seen from near. */
export const cutAt = (curve: Curve, zoom: number, frame: Frame): number =>
  CUT_SHARE + (1 - (CUT_BEFORE_END * frame.label) / length(curve) - CUT_SHARE) * zoom;

/** Two points off a curve to its sides, `by` canvas units apart: near enough to a parallel of a curve as flat as a leg. */
function beside([a, c, b]: Curve, by: number): Curve[] {
  if (by === 0) return [[a, c, b]];
  return [-0.5, 0.5].map((side) => {
    const [dx, dy] = directionAt([a, c, b], 0.5);
    const move = ([x, y]: Point): Point => [x - dy * by * side, y + dx * by * side];
    return [move(a), move(c), move(b)];
  });
}

/** The pieces of a leg; one that is cut does not draw itself again nor withdraw: it comes and goes whole. */
export function strokesOf({ key, line, index }: Leg, curve: Curve, { drawn, cut }: LineState, at: number, frame: Frame): Stroke[] {
  const gap = cut * ((CUT_GAP * frame.stroke) / length(curve));
  const [reach, shown] = cut > 0 ? [1, drawn] : [drawn, 1];
  const { width, dash, apart } = strokeOf(line.stroke, frame.stroke);
  const piece = (end: string, half: number, from: number, to: number, rest: typeof CUT_REST.before): Stroke => ({
    key: `${key}-${end}`,
    kind: 'leg',
    of: line.id,
    from: index * 2 + half,
    line: line.id,
    width: width * (1 - cut * (1 - rest.width)),
    dash,
    opacity: shown * (1 - cut * (1 - rest.opacity)),
    d:
      to > from
        ? beside(part(curve, from, to), apart)
            .map(pathOf)
            .join('')
        : '',
  });
  return [piece('a', 0, 0, Math.min(reach, at - gap), CUT_REST.before), piece('b', 1, at + gap, reach, CUT_REST.behind)].filter(
    (stroke) => stroke.d !== '' && stroke.opacity > 0,
  );
}

/** Two short bars across the line, one on each side of the gap. */
export function cutBars(curve: Curve, at: number, cut: number, frame: Frame): string {
  const gap = (CUT_GAP * frame.stroke * cut) / length(curve);
  const half = CUT_BAR * frame.stroke * cut;
  return [at - gap, at + gap]
    .map((t) => {
      const [x, y] = pointAt(curve, t);
      const [dx, dy] = directionAt(curve, t);
      return `M${tenth(x - dy * half)} ${tenth(y + dx * half)}L${tenth(x + dy * half)} ${tenth(y - dx * half)}`;
    })
    .join('');
}

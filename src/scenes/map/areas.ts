import { seen, type Camera } from '../camera.ts';
import type { Chart } from '../chart.ts';
import { tenth, type Point } from '../curve.ts';
import type { MapMarks } from './marks.ts';
import { point, stateOf, type MapPlan } from './plan.ts';
import type { MapState } from './scene.ts';

/** Regions as circles, for a newsroom without a reviewed map. */
export function nodeMarks({ frame, chart }: MapPlan, camera: Camera, state: MapState): MapMarks['nodes'] {
  const isle = chart.map.island;
  const far = Math.max(0, 1 - state.zoom * 2.5);
  const node = (key: string, r: number, opacity: number, hatch: string | undefined, [x, y]: Point): MapMarks['nodes'][number] => ({
    key,
    x: tenth(x),
    y: tenth(y),
    r: tenth(r),
    opacity,
    hatch,
  });
  const regions = chart.lines.filter(({ hatched }) => hatched);
  return [
    node(
      'isle',
      Math.max(frame.label * 0.9, (isle.width / 2) * camera.k),
      1,
      undefined,
      seen(camera, [isle.x + isle.width / 2, isle.y + isle.height / 2]),
    ),
    ...regions.map((line) =>
      node(line.origin, frame.label * 1.6, stateOf(state, line).origin * far, line.id, seen(camera, point(chart, line.origin))),
    ),
  ].filter((each) => each.opacity > 0);
}

/** Regions to be filled: those that the lines come from and those that they go to, and those of the ports. */
export function filled(
  { lines: all, map: { within, ports } }: Chart,
  state: MapState,
  far: number,
  near: number,
): Pick<MapMarks, 'counties' | 'provinces'> {
  return {
    counties: [
      ...all.flatMap((line) => line.legs.map(({ to }) => ({ id: within[to]!, look: line.id, opacity: stateOf(state, line).towns * near }))),
      ...[...new Set(ports.map((id) => within[id]!))].map((id) => ({ id, look: 'plain', opacity: state.ports * near })),
    ],
    provinces: all.map((line) => ({ id: within[line.origin]!, look: line.id, hatched: line.hatched, opacity: stateOf(state, line).origin * far })),
  };
}

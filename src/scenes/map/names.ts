import { seen, type Camera } from '../camera.ts';
import { wordOf, type ChartLine, type Label, type NameSpot } from '../chart.ts';
import { tenth } from '../curve.ts';
import type { SpotLook } from '../looks.ts';
import { late } from '../shapes.ts';
import type { Spot } from './marks.ts';
import { point, stateOf, type MapPlan } from './plan.ts';
import type { MapState } from './scene.ts';

/** A place's name and its point. */
interface Named {
  label: Label;
  spot: Spot;
}

/** Where a name that no table places stands: beside its point. */
const BESIDE = { far: [0.75, 0.35], near: [0.75, 0.35] } as const;

/** A place as it is named and marked. */
export function name(plan: MapPlan, camera: Camera, id: string, zoom: number, opacity: number, look: SpotLook, fade = id): Named {
  const { frame, chart } = plan;
  const [x, y] = seen(camera, point(chart, id));
  const { far, near, anchor }: NameSpot = chart.map.names[id] ?? BESIDE;
  const [dx, dy] = [0, 1].map((axis) => (far[axis]! + (near[axis]! - far[axis]!) * zoom) * frame.label) as [number, number];
  return {
    label: {
      key: id,
      text: wordOf(chart, `place.${id}`),
      x: tenth(x + dx),
      y: tenth(y + dy),
      size: frame.label,
      opacity: late(opacity),
      fade,
      look: 'strong halo',
      ...(anchor ? { anchor } : {}),
    },
    spot: { key: id, kind: 'place', of: id, x: tenth(x), y: tenth(y), look, opacity },
  };
}

/** Names and points of places, in the order in which they are drawn. */
export function namesOf(plan: MapPlan, camera: Camera, state: MapState, far: number, near: number): Named[] {
  const { lines: all, map } = plan.chart;
  const at = (id: string, opacity: number, look: SpotLook, fade?: string): Named => name(plan, camera, id, state.zoom, opacity, look, fade);
  // From far, more than two towns would crowd about the end of their line.
  const towns = (line: ChartLine): number => stateOf(state, line).towns * (line.legs.length > 2 ? near : 1);
  const found = [
    ...all.filter(({ hatched }) => !hatched).map((line) => at(line.origin, stateOf(state, line).origin * far, `ring ${line.id}`)),
    ...all.flatMap((line) => line.legs.map(({ to }) => at(to, towns(line), `ring ${line.id}`, `towns-${line.id}`))),
    ...map.ports.map((id) => at(id, state.ports * near, 'port', 'ports')),
  ];
  // A place that two lines go to is named once.
  const strongest = new Map<string, (typeof found)[number]>();
  for (const each of found) {
    const before = strongest.get(each.spot.key);
    if (!before || before.spot.opacity < each.spot.opacity) strongest.set(each.spot.key, each);
  }
  return [...strongest.values()];
}

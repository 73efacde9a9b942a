import { transformOf } from '../camera.ts';
import { tenth } from '../curve.ts';
import { filled, nodeMarks } from './areas.ts';
import { MONTHS, monthMarks, TRIPS, tripMarks, unknownTrips } from './counts.ts';
import type { MapMarks } from './marks.ts';
import { namesOf } from './names.ts';
import { onwardMarks } from './onward.ts';
import { clearOf, isleTransform, stateOf, toneOf, type MapPlan } from './plan.ts';
import type { MapState } from './scene.ts';
import { cutAt, cutBars, onCanvas, strokesOf } from './strokes.ts';
import { bandLabels, captionLabels, cornerLabels, regionLabels } from './words.ts';

/**
 * The map's marks in a state. Words come and go in the half of a way in which their share is above one half, so that
 * those that leave and those that come, or that a flight of the camera crowds together, never stand on each other.
 * @param plan from `planMap`, for one canvas
 */
export function layoutMap(plan: MapPlan, state: MapState): MapMarks {
  const { frame, chart } = plan;
  const camera = plan.camera(state.zoom);
  const far = Math.max(0, 1 - state.zoom * 2.5);
  const near = Math.max(0, state.zoom * 2.5 - 1.5);
  const islandScale = camera.k * chart.map.islandAt.scale;
  const clear = clearOf(state);
  const legs = plan.legs.map((leg) => {
    const curve = onCanvas(camera, leg.curve);
    return { ...leg, seen: curve, at: cutAt(curve, state.zoom, frame), state: stateOf(state, leg.line) };
  });
  const spent = toneOf(chart, MONTHS);
  const tripped = legs.find(({ line }) => line.id === toneOf(chart, TRIPS));
  const names = namesOf(plan, camera, state, far, near);
  return {
    // A shadow of land gives the dots their place; a circle would be one more mark among them.
    strength: chart.geographic ? state.strength : clear,
    land: { transform: transformOf(camera), stroke: tenth(1e3 / camera.k) / 1e3, opacity: state.land },
    isle: { transform: isleTransform(camera, chart.map.islandAt), stroke: Math.round(1e3 / islandScale) / 1e3, glow: state.glow },
    ...filled(chart, state, far, near),
    inset: { ...plan.inset, opacity: state.land * far },
    strokes:
      clear === 0
        ? []
        : legs.flatMap((leg) => strokesOf(leg, leg.seen, leg.state, leg.at, frame)).map((stroke) => ({ ...stroke, opacity: stroke.opacity * clear })),
    cuts: legs
      .filter(({ state: { cut, drawn } }) => cut * drawn * clear > 0)
      .filter(({ middle }) => state.zoom > 0.5 || middle)
      .map((leg) => ({
        key: leg.key,
        kind: 'cut' as const,
        of: leg.line.id,
        from: leg.index,
        d: cutBars(leg.seen, leg.at, leg.state.cut, frame),
        opacity: leg.state.cut * leg.state.drawn * clear,
      })),
    onward: chart.lines.flatMap((line) => {
      const { onward } = stateOf(state, line);
      return onward > 0 ? onwardMarks(camera, chart, line, onward * near, frame) : [];
    }),
    trips: state.trips * clear > 0 && tripped ? tripMarks(tripped.seen, state.trips * clear, chart, frame) : [],
    months: [
      ...(state.months * clear > 0 ? monthMarks(frame, state.months * clear, chart, spent) : []),
      ...(state.trips * clear > 0 ? unknownTrips(state.trips * clear, chart, frame, toneOf(chart, TRIPS)) : []),
    ],
    nodes: chart.geographic ? [] : nodeMarks(plan, camera, state),
    spots: names.map((each) => each.spot).filter((spot) => spot.opacity > 0),
    labels: [
      ...names.map((each) => each.label),
      ...regionLabels(plan, camera, state),
      ...cornerLabels(plan, state),
      ...(state.months > 0 || state.tests > 0 ? bandLabels(plan, state) : []),
      ...captionLabels(plan, state, far),
    ].filter((label) => (label.opacity ?? 1) > 0),
  };
}

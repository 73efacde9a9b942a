import { seen, type Camera } from '../camera.ts';
import type { Chart, ChartLine } from '../chart.ts';
import { bow, part, pathOf } from '../curve.ts';
import type { Frame } from '../frames.ts';
import { ONWARD_BOW, ONWARD_FAN, ONWARD_LENGTH } from './config.ts';
import type { MapMarks } from './marks.ts';
import { point } from './plan.ts';

/** Directions of a town's branches, in degrees: the table's, or away from where the line came from. */
function directionsOf(line: ChartLine, town: string, given: readonly number[], chart: Chart): readonly number[] {
  if (given.length > 0) return given;
  const [[ax, ay], [bx, by]] = [point(chart, line.origin), point(chart, town)];
  const on = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  return ONWARD_FAN.map((degrees) => on + degrees);
}

export function onwardMarks(camera: Camera, chart: Chart, line: ChartLine, share: number, frame: Frame): MapMarks['onward'] {
  return line.onward.flatMap(({ from, directions: given }) => {
    const directions = directionsOf(line, from, given, chart);
    return directions.map((degrees, i) => {
      const [x, y] = seen(camera, point(chart, from));
      const angle = (degrees * Math.PI) / 180;
      const reach = ONWARD_LENGTH * frame.label * share;
      const bend = directions.length === 1 ? 0 : ONWARD_BOW * (1 - (2 * i) / (directions.length - 1));
      const curve = bow([x, y], [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach], bend);
      return { key: `${from}-${i}`, line: line.id, d: pathOf(part(curve, 0.12, 1)), opacity: share };
    });
  });
}

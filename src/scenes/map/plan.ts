import { cameraAt, transformOf, type Camera } from '../camera.ts';
import { had, type Chart, type ChartLine } from '../chart.ts';
import { bow, tenth, type Curve, type Point } from '../curve.ts';
import type { Box, Frame } from '../frames.ts';
import type { Tone } from '../looks.ts';
import type { LineState, MapState } from './scene.ts';

/** A leg of a line in base units. */
export interface Leg {
  key: string;
  line: ChartLine;
  /** which of the line's legs it is, from 0 */
  index: number;
  curve: Curve;
  /** of a line's legs the one in the middle, where one pair of bars cuts them all when they are seen from far */
  middle: boolean;
}

/** What does not change with the state: flight of the camera and the lines in base units. */
export interface MapPlan {
  frame: Frame;
  chart: Chart;
  camera: (zoom: number) => Camera;
  legs: Leg[];
  inset: { box: Box; transform: string; isle: string };
}

export const point = (chart: Chart, id: string): Point => had(chart.map.points[id], id);

export const isleTransform = (camera: Camera, { scale, x, y }: Chart['map']['islandAt']): string =>
  transformOf({ k: camera.k * scale, x: camera.x + x * camera.k, y: camera.y + y * camera.k });

function legsOf(line: ChartLine, chart: Chart): Leg[] {
  const middle = [...line.legs].sort((a, b) => Math.abs(a.bend) - Math.abs(b.bend))[Math.floor(line.legs.length / 2)];
  return line.legs.map((leg, index) => ({
    key: `${line.id}-${leg.to}`,
    line,
    index,
    curve: bow(point(chart, line.origin), point(chart, leg.to), leg.bend),
    middle: leg === middle,
  }));
}

/** Prepares the map for one canvas. */
export function planMap(frame: Frame, chart: Chart): MapPlan {
  const { southSea } = chart.map;
  const flight = had(chart.map.flights[frame.name], frame.name);
  const height = frame.label * 5.2;
  const width = (height * southSea.width) / southSea.height;
  const box = {
    x: tenth(frame.map.x + frame.map.width - width),
    y: tenth(frame.map.y + frame.map.height - height - frame.note * 2.1),
    width: tenth(width),
    height: tenth(height),
  };
  const insetCamera = { k: height / southSea.height, x: box.x, y: box.y };
  insetCamera.x -= southSea.x * insetCamera.k;
  insetCamera.y -= southSea.y * insetCamera.k;
  return {
    frame,
    chart,
    camera: (zoom) => cameraAt(flight, zoom, frame.map),
    legs: chart.lines.flatMap((line) => legsOf(line, chart)),
    inset: { box, transform: transformOf(insetCamera), isle: isleTransform(insetCamera, chart.map.islandAt) },
  };
}

const NO_LINE: LineState = { drawn: 0, cut: 0, origin: 0, towns: 0, onward: 0, distance: 0 };
export const stateOf = (state: MapState, { id }: ChartLine): LineState => ({ ...NO_LINE, ...state.lines[id] });

/** The number of a fact in the tone of its line. */
export const toneOf = (chart: Chart, fact: string): Tone => chart.lineOf[fact] ?? 'ink';

/** Behind dots the map is a shadow, without marks or words, on which words could stand: these are gone once the map is half as strong. */
export const clearOf = ({ strength }: MapState): number => Math.max(0, 2 * strength - 1);

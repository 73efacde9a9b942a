import { fadingOf, isUnknown, numberOf, type Chart } from '../chart.ts';
import { directionAt, pointAt, tenth, type Curve } from '../curve.ts';
import { MOST_MARKS } from '../dots.ts';
import type { Frame } from '../frames.ts';
import type { Tone } from '../looks.ts';
import { TRIPS_FROM, TRIPS_TO } from './config.ts';
import type { MapMarks } from './marks.ts';
import { length } from './strokes.ts';

/** The facts that are drawn along the map: trips up a line, and months spent on it. */
export const TRIPS = 'qh-trips-north';
export const MONTHS = 'qh-months';

/** Trip marks: arrow heads that point up the line, away from the island; each stands for one trip. */
export function tripMarks(curve: Curve, share: number, chart: Chart, frame: Frame): MapMarks['trips'] {
  const count = numberOf(chart, TRIPS);
  const fading = fadingOf(chart, TRIPS);
  const all = count + fading.length;
  const size = frame.stroke * 3.2;
  const pitch = (length(curve) * (TRIPS_FROM - TRIPS_TO)) / Math.max(1, all - 1);
  return Array.from({ length: Math.min(all, MOST_MARKS) }, (_, i) => {
    const t = TRIPS_FROM + ((TRIPS_TO - TRIPS_FROM) * i) / Math.max(1, all - 1);
    const [x, y] = pointAt(curve, t);
    const [dx, dy] = directionAt(curve, t);
    const wing = (side: number): string => `${tenth(x + dx * size + side * dy * size)} ${tenth(y + dy * size - side * dx * size)}`;
    return {
      key: `trip-${i}`,
      kind: 'trip',
      of: TRIPS,
      from: Math.min(i, count),
      count: i < count ? 1 : 0,
      pitch,
      d: `M${wing(1)}L${tenth(x - dx * size * 0.2)} ${tenth(y - dy * size * 0.2)}L${wing(-1)}`,
      opacity: i < count ? Math.min(1, Math.max(0, share * count - i)) : fading[i - count]! * share,
    };
  });
}

/** A box below their words in the place of trips whose number is not disclosed. */
export function unknownTrips(share: number, chart: Chart, { corner, numeral, note, label }: Frame, look: Tone): MapMarks['months'] {
  const [size, y] = [tenth(label * 1.15), tenth(corner.y + numeral * 0.12 + note * 2)];
  return isUnknown(chart, TRIPS) ? [{ kind: 'trip', of: TRIPS, pitch: size, x: corner.x, y, size, look, opacity: share, fill: 'hatch' }] : [];
}

/** Months as boxes; the last one is soft where they are about so many, and the only one is hatched where their number is not disclosed. */
export function monthMarks({ band, label, figure, note }: Frame, share: number, chart: Chart, look: Tone): MapMarks['months'] {
  const count = numberOf(chart, MONTHS);
  const fading = fadingOf(chart, MONTHS);
  const isSoft = fading.length === 1;
  const unknown = +isUnknown(chart, MONTHS);
  const size = label * 1.15;
  const pitch = size * 1.28;
  return Array.from({ length: unknown || Math.min(isSoft ? count : count + fading.length, MOST_MARKS) }, (_, i) => ({
    kind: 'month',
    of: MONTHS,
    from: Math.min(i, count),
    count: i < count ? 1 : 0,
    pitch,
    x: tenth(band.x + i * pitch),
    y: tenth(band.y + figure * 0.86 + note * 2.2),
    size: tenth(size),
    look,
    opacity: i < count ? Math.min(1, Math.max(0, share * count - i)) : (fading[i - count] ?? 1) * share,
    fill: unknown ? 'hatch' : isSoft && i === count - 1 ? 'soft' : undefined,
  }));
}

import { fadingOf, numberOf, type Chart } from '../chart.ts';
import { countPeople } from '../count.ts';
import type { Frame } from '../frames.ts';
import type { Tone } from '../looks.ts';
import { late, visible, type Marks } from '../shapes.ts';
import type { PeopleState } from './scene.ts';

/** Rows of dots below their number. */
const ROWS = 2;

function counted(frame: Frame, chart: Chart, fact: string, share: number, tone: Tone): Marks {
  const { band, note, figure, label } = frame;
  const columns = Math.ceil((numberOf(chart, fact) + fadingOf(chart, fact).length) / ROWS);
  const opacity = late(share);
  return countPeople(
    frame,
    chart,
    band,
    { size: note, leading: 1.35, look: '' },
    {
      key: fact,
      of: fact,
      shown: opacity,
      opacity,
      tone,
      y: band.y + figure * 0.95,
      size: figure,
      columns,
      pitch: Math.min(label * 1.05, band.width / columns),
      below: note * 0.75,
    },
  );
}

/** People in the strip below the map, one dot a person: those of a line in its tone, others in none. One count at a time. */
export function layoutPeople({ suspects, others }: PeopleState, frame: Frame, chart: Chart): Marks {
  const parts = [
    ...Object.entries(suspects).map(([fact, share]) => counted(frame, chart, fact, share, chart.lineOf[fact] ?? 'neutral')),
    ...Object.entries(others).map(([fact, share]) => counted(frame, chart, fact, share, 'neutral')),
  ];
  return visible({ shapes: parts.flatMap((part) => part.shapes), labels: parts.flatMap((part) => part.labels) });
}

import { fill } from '../data/fill.ts';
import { readUi, type Ui } from '../copy/ui.ts';
import type { Locale } from '../data/types.ts';
import { wordOf, type Chart } from '../scenes/chart.ts';
import { settings, type Settings } from '../settings.ts';

type MapWords = Pick<Ui, 'mapCaption' | 'mapCaptionNodes' | 'mapApproval' | 'mapUnreviewed'>;

/** What has to be said of the maps: that they are schematic, and whether a map with land was approved. */
export const mapNote = ({ mapMode, mapApprovalNumber }: Pick<Settings, 'mapMode' | 'mapApprovalNumber'>, ui: MapWords): string =>
  mapMode === 'schematic' ? ui.mapCaptionNodes : `${ui.mapCaption} · ${mapApprovalNumber === '' ? ui.mapUnreviewed : fill(ui.mapApproval, { number: mapApprovalNumber })}`;

/**
 * A page's chart, whose maps say in their own captions that they were not reviewed. A number stands in the note beside: it is too long
 * for a phone's canvas.
 */
export function reviewed(chart: Chart, locale: Locale, number: string = settings.mapApprovalNumber): Chart {
  if (number !== '') return chart;
  const captions = (['caption.china', 'caption.island'] as const).map(
    (key) => [key, `${wordOf(chart, key)} · ${readUi(locale).mapUnreviewedShort}`] as const,
  );
  return { ...chart, t: { ...chart.t, ...Object.fromEntries(captions) } };
}

import { fill } from '../copy/fill.ts';
import type { Ui } from '../copy/ui.ts';
import type { Settings } from '../settings.ts';

/** What has to be said of the maps: that they are schematic, and the number under which a map was approved, where there is one. */
export function mapNote(
  { mapMode, mapApprovalNumber }: Pick<Settings, 'mapMode' | 'mapApprovalNumber'>,
  ui: Pick<Ui, 'mapCaption' | 'mapCaptionNodes' | 'mapApproval'>,
): string {
  if (mapMode === 'schematic') return ui.mapCaptionNodes;
  return mapApprovalNumber === '' ? ui.mapCaption : `${ui.mapCaption} · ${fill(ui.mapApproval, { number: mapApprovalNumber })}`;
}

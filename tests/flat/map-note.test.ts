import { expect, test } from 'vitest';
import { readUi } from '../../src/copy/ui.ts';
import { mapNote } from '../../src/flat/map-note.ts';

test.each([
  ['geographic', '', 'zh', '示意图'],
  ['geographic', 'GS(2021)626号', 'zh', '示意图 · 审图号：GS(2021)626号'],
  ['geographic', 'GS(2021)626号', 'en', 'Schematic map · Map approval number: GS(2021)626号'],
  // The approval is one of a map with land: it says nothing of a drawing without it.
  ['schematic', 'GS(2021)626号', 'zh', '示意图，不按比例，不含地理边界'],
] as const)('%s map, approval “%s”, %s: %s', (mapMode, mapApprovalNumber, locale, note) => {
  expect(mapNote({ mapMode, mapApprovalNumber }, readUi(locale))).toBe(note);
});

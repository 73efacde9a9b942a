import { expect, test } from 'vitest';
import { readUi } from '../../src/copy/ui.ts';
import { makeChart } from '../../src/flat/chart.ts';
import { mapNote, reviewed } from '../../src/flat/map-note.ts';

test.each([
  ['geographic', '', 'zh', '示意图 · 未经审图'],
  ['geographic', '', 'en', 'Schematic map · not reviewed for publication'],
  // Nobody reviews what has no land.
  ['schematic', '', 'en', 'Diagram, not to scale, without geographic boundaries'],
  ['geographic', 'GS(2021)626号', 'zh', '示意图 · 审图号：GS(2021)626号'],
  ['geographic', 'GS(2021)626号', 'en', 'Schematic map · Map approval number: GS(2021)626号'],
  // The approval is one of a map with land: it says nothing of a drawing without it.
  ['schematic', 'GS(2021)626号', 'zh', '示意图，不按比例，不含地理边界'],
] as const)('%s map, approval “%s”, %s: %s', (mapMode, mapApprovalNumber, locale, note) => {
  expect(mapNote({ mapMode, mapApprovalNumber }, readUi(locale))).toBe(note);
});

test('on a page each caption of a map says whether it was reviewed, and that of a drawing without land says nothing of it', () => {
  const { t } = reviewed(makeChart('zh', 'geographic'), 'zh', '');
  expect([t['caption.china'], t['caption.island'], t['caption.nodes']]).toEqual(['示意图 · 未经审图', '南屿岛示意图 · 未经审图', '示意图，不是地图']);
  expect(reviewed(makeChart('en', 'geographic'), 'en', '琼S(2021)021号').t['caption.china'], 'an approved one is not called unreviewed').toBe('Schematic map');
});

import { expect, test } from 'vitest';
import { loadTables } from '../../src/data/tables.ts';

// The ledger is what the source prints. A correction changes data/facts.csv and leaves it as it is: no row below follows one.
const { printed } = loadTables();

// Typed from the newspaper text, with the words that fix the qualifier: 余, 约, 等, 多.
const SOURCE: [id: string, value: number, qualifier: string, words: string][] = [
  ['qh-trips-north', 4, 'exact', '先后4次'],
  ['qh-months', 7, 'about', '约7个月'],
  ['qh-arrests-ring', 19, 'exact', '19人'],
  ['qh-seized-ring-g', 30, 'more_than', '30余克'],
  ['qh-arrests-island', 15, 'exact', '15人'],
  ['qh-seized-island-g', 0.62, 'exact', '0.62克'],
  ['qh-users-involved', 12, 'exact', '12人'],
  ['qh-cases-2019', 92, 'exact', '2019年92起'],
  ['qh-cases-2020on', 22, 'exact', '22起'],
  ['qh-cases-change', -76, 'reported', '下降76%'],
  ['qh-theft-robbery', 0, 'exact', '没有发生'],
  ['qh-satisfaction-rank', 2, 'exact', '全省第二'],
  ['qh-officers', 2300, 'exact', '2300人次'],
  ['qh-vehicles', 520, 'exact', '520辆次'],
  ['qh-venue-visits', 530, 'exact', '530家次'],
  ['qh-places-checked', 5000, 'more_than', '5000余处'],
  ['qh-fine-venues', 50000, 'exact', '5万元'],
  ['qh-fine-persons', 10000, 'exact', '1万元'],
  ['qh-lectures', 200, 'more_than', '200余场'],
  ['qh-leaflets', 200000, 'more_than', '20万余份'],
  ['qh-audience', 300000, 'reported', '达30万人次'],
  ['wn-volunteers', 276, 'exact', '276人'],
  ['wn-mechanisms', 54, 'exact', '54个'],
  ['wn-users-2018', -331, 'exact', '减少331人'],
  ['wn-users-2019', -531, 'exact', '减少531人'],
  ['wn-users-2020on', -1450, 'exact', '已减少1450人'],
  ['wn-years-falling', 3, 'more_than', '连续3年多'],
  ['wn-arrests-ring', 20, 'exact', '20名'],
  ['wn-sold-in', 4, 'at_least', '四地“等地区”'],
  ['wn-suspects-outside', 43, 'exact', '43名'],
  ['wn-released-linked', 818, 'exact', '818名'],
  ['wn-tests', 37306, 'exact', '合计37306人'],
  ['wn-courses', 17, 'exact', '17次'],
  ['wn-trained', 316, 'exact', '316人'],
  ['wn-jobs', 1078, 'exact', '1078人'],
];

// A newsroom may tell less of the source; what it tells is as the source prints it.
test.each(SOURCE.filter(([id]) => printed.has(id)))('%s is %d (%s), as the source prints it: %s', (id, value, qualifier) => {
  expect(printed.get(id)).toMatchObject({ value, qualifier, month: null });
});

test.runIf(printed.has('wn-target-case'))('the target case is a month and has no number that could be read as 0 or 2020', () => {
  expect(printed.get('wn-target-case')).toMatchObject({ value: null, month: '2020-07' });
});

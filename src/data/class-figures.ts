import { formatValue } from './format.ts';
import { MONTHS_A_YEAR } from './months.ts';
import { factById, placeById, type Tables } from './tables.ts';
import type { Derived, Unit } from './types.ts';

/** What every id of these figures begins with: they answer questions of the lesson, and stand neither in the article nor in its data. */
export const CLASS_FIGURE = 'calc-class-';

/** Length of a degree of latitude in kilometres, as school books round it. */
const KM_A_DEGREE = 111;

const CASES: Unit = { zh: '起', en: 'cases', enOne: 'case' };
const PEOPLE: Unit = { zh: '人', en: 'people', enOne: 'person' };
const PERCENT: Unit = { zh: '%', en: '%', enOne: '%' };
const KILOMETRES: Unit = { zh: '公里', en: 'kilometres', enOne: 'kilometre' };
const DEGREES: Unit = { zh: '度', en: 'degrees', enOne: 'degree' };

/** The facts that they are worked out from. */
export interface Asked {
  /** cases of the year before */
  before: string;
  /** two groups of which it is not said whether they overlap */
  groups: readonly [string, string];
}

/** The limits of the union of two groups of which it is not said whether they overlap: no count, and not a sum that may be written. */
function union(tables: Tables, groups: Asked['groups']): Derived[] {
  const [one = 0, other = 0] = groups.map((id) => factById(tables, id).value ?? 0);
  const least = Math.max(one, other);
  const most = one + other;
  const figure = (id: string, value: number, label: Derived['label'], method: Derived['method']): Derived => ({
    id: `${CLASS_FIGURE}${id}`,
    value,
    decimals: 0,
    label,
    unit: PEOPLE,
    method,
    from: groups,
  });
  return [
    figure(
      'union-least',
      least,
      { zh: '两组人的并集最少几人', en: 'Least size of the union of two groups' },
      {
        zh: `max（${one}，${other}），小的一组全在大的一组里时取到。`,
        en: `max(${one}, ${other}), reached if the smaller group lies inside the larger.`,
      },
    ),
    figure(
      'union-most',
      most,
      { zh: '两组人的并集最多几人：是界限，不是人数', en: 'Greatest size of the union of two groups: a limit, not a count' },
      { zh: `${one}＋${other}，没有人两边都算时取到。`, en: `${one} + ${other}, reached if nobody is in both.` },
    ),
  ];
}

/** How far apart two places are from north to south alone, and their latitudes as pupils get them. */
function northToSouth(tables: Tables, distance: Derived | undefined): Derived[] {
  if (distance === undefined) return [];
  const [from, to] = distance.from.map((id) => placeById(tables, id)) as [ReturnType<typeof placeById>, ReturnType<typeof placeById>];
  const [one, other] = [from.lat, to.lat].map((lat) => formatValue(lat, 'en', 2));
  const latitude = (id: string, place: typeof from): Derived => ({
    id: `${CLASS_FIGURE}${id}`,
    value: place.lat,
    decimals: 2,
    label: { zh: `${place.name.zh}的纬度`, en: `Latitude of ${place.name.en}` },
    unit: DEGREES,
    method: { zh: '四舍五入到两位小数。', en: 'Rounded to two decimals.' },
    from: [place.id],
  });
  return [
    latitude('latitude-from', from),
    latitude('latitude-to', to),
    {
      id: `${CLASS_FIGURE}north`,
      value: Math.abs(from.lat - to.lat) * KM_A_DEGREE,
      decimals: 0,
      label: { zh: `${from.name.zh}和${to.name.zh}只算南北方向的距离`, en: `From ${from.name.en} to ${to.name.en}, north to south alone` },
      unit: KILOMETRES,
      method: { zh: `（${one}−${other}）×${KM_A_DEGREE}公里。`, en: `(${one} − ${other}) × ${KM_A_DEGREE} km.` },
      from: [from.id, to.id],
    },
  ];
}

/** Figures that only the lesson asks for, worked out from the tables and from the article's own figures. */
export function classFigures(tables: Tables, ours: ReadonlyMap<string, Derived>, { before: known, groups }: Asked): ReadonlyMap<string, Derived> {
  const of = (id: string): number => ours.get(id)!.value;
  const [year, change] = ['calc-monthly-2019', 'calc-monthly-long'].map(of) as [number, number];
  const before = factById(tables, known).value ?? 0;
  const months = of('calc-months-max');
  const figures: Derived[] = [
    {
      id: `${CLASS_FIGURE}monthly-change`,
      value: ((change - year) / year) * 100,
      decimals: 1,
      label: { zh: '每月平均的变化，按最长的读法', en: 'Change in the monthly mean, on the longest reading' },
      unit: PERCENT,
      method: {
        zh: `（${change.toFixed(3)}−${year.toFixed(3)}）÷${year.toFixed(3)}。`,
        en: `(${change.toFixed(3)} − ${year.toFixed(3)}) ÷ ${year.toFixed(3)}.`,
      },
      from: ['calc-monthly-2019', 'calc-monthly-long'],
    },
    {
      id: `${CLASS_FIGURE}as-before`,
      value: (before * months) / MONTHS_A_YEAR,
      decimals: 0,
      label: { zh: '若每月和上一年一样多，按最长的读法', en: 'If each month had been as the year before, on the longest reading' },
      unit: CASES,
      method: { zh: `${before}起÷${MONTHS_A_YEAR}×${months}。`, en: `${before} cases ÷ ${MONTHS_A_YEAR} × ${months}.` },
      from: [known, 'calc-months-max'],
    },
    ...union(tables, groups),
    ...northToSouth(tables, ours.get('calc-distance')),
  ];
  return new Map(figures.map((figure) => [figure.id, figure]));
}

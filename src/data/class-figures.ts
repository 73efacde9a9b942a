import { formatValue } from './format.ts';
import { sentenceOf, told, unitNamed } from './language.ts';
import { MONTHS_A_YEAR } from './months.ts';
import { factById, placeById, type Tables } from './tables.ts';
import type { Derived } from './types.ts';

/** What every id of these figures begins with: they answer questions of the lesson, and stand neither in the article nor in its data. */
export const CLASS_FIGURE = 'calc-class-';

/** Length of a degree of latitude in kilometres, as school books round it. */
const KM_A_DEGREE = 111;

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
    unit: unitNamed('people'),
    method,
    from: groups,
  });
  return [
    figure(
      'union-least',
      least,
      sentenceOf('unionLeast.label'),
      told('unionLeast.method', () => ({ one, other })),
    ),
    figure(
      'union-most',
      most,
      sentenceOf('unionMost.label'),
      told('unionMost.method', () => ({ one, other })),
    ),
  ];
}

/** How far apart two places are from north to south alone, and their latitudes as pupils get them. */
function northToSouth(tables: Tables, distance: Derived | undefined): Derived[] {
  if (distance === undefined) return [];
  const [from, to] = distance.from.map((id) => placeById(tables, id)) as [ReturnType<typeof placeById>, ReturnType<typeof placeById>];
  const latitude = (id: string, place: typeof from): Derived => ({
    id: `${CLASS_FIGURE}${id}`,
    value: place.lat,
    decimals: 2,
    label: told('latitude.label', (locale) => ({ place: place.name[locale] })),
    unit: unitNamed('degrees'),
    method: sentenceOf('latitude.method'),
    from: [place.id],
  });
  return [
    latitude('latitude-from', from),
    latitude('latitude-to', to),
    {
      id: `${CLASS_FIGURE}north`,
      value: Math.abs(from.lat - to.lat) * KM_A_DEGREE,
      decimals: 0,
      label: told('apart.label', (locale) => ({ from: from.name[locale], to: to.name[locale] })),
      unit: unitNamed('kilometres'),
      method: told('apart.method', (locale) => ({ one: formatValue(from.lat, locale, 2), other: formatValue(to.lat, locale, 2), degree: KM_A_DEGREE })),
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
      label: sentenceOf('monthlyChange.label'),
      unit: unitNamed('percent'),
      method: told('monthlyChange.method', (locale) => ({ since: formatValue(change, locale, 3), year: formatValue(year, locale, 3) })),
      from: ['calc-monthly-2019', 'calc-monthly-long'],
    },
    {
      id: `${CLASS_FIGURE}as-before`,
      value: (before * months) / MONTHS_A_YEAR,
      decimals: 0,
      label: sentenceOf('asBefore.label'),
      unit: unitNamed('cases'),
      method: told('asBefore.method', () => ({ before, months: MONTHS_A_YEAR, span: months })),
      from: [known, 'calc-months-max'],
    },
    ...union(tables, groups),
    ...northToSouth(tables, ours.get('calc-distance')),
  ];
  return new Map(figures.map((figure) => [figure.id, figure]));
}

import { geoDistance } from 'd3';
import { CLASS_FIGURE, classFigures } from './class-figures.ts';
import { fill } from './fill.ts';
import { formatMonth, formatValue } from './format.ts';
import { formatsOf, sentenceOf, told, unitNamed } from './language.ts';
import { MONTHS_A_YEAR, monthNumber } from './months.ts';
import { factById, legsOf, placeById, type Tables } from './tables.ts';
import type { Bilingual, Derived, Figure, Line, Place, Unit } from './types.ts';

/** Mean radius of the Earth in kilometres (IUGG R1); the sphere is at most 0.5 % off the ellipsoid. */
const EARTH_RADIUS_KM = 6371.0088;

// "2020年以来": the month it begins, and the last month of the shortest reading, the calendar year alone.
const SINCE = '2020-01';
const SHORTEST_END = '2020-12';

/**
 * Months from one month to another, both counted.
 * @param first `YYYY-MM`
 * @param last `YYYY-MM`, not before `first`
 */
export const monthsInclusive = (first: string, last: string): number => monthNumber(last) - monthNumber(first) + 1;

/** How far it is from where a line begins to the end of its first leg, if the line's row asks for it. */
function straightLine(tables: Tables, { id: line, origin, distance }: Line): Derived[] {
  if (distance === null) return [];
  const [from, to] = [placeById(tables, origin), placeById(tables, legsOf(tables, line)[0]!.to)];
  const km = geoDistance([from.lon, from.lat], [to.lon, to.lat]) * EARTH_RADIUS_KM;
  return [
    {
      id: distance.id,
      value: km,
      // Towns are points here, and a prefecture is hundreds of kilometres wide.
      decimals: -2,
      label: told('distance.label', (locale) => ({ from: from.name[locale], to: to.name[locale] })),
      unit: unitNamed('kilometres'),
      method: told('distance.method', (locale) => ({
        fromlon: from.lon, fromlat: from.lat, tolon: to.lon, tolat: to.lat, radius: formatValue(EARTH_RADIUS_KM, locale), note: distance.note[locale],
      })),
      from: [from.id, to.id],
    },
  ];
}

/** A fact's value, where the calculation makes no sense without one. */
function quantityOf(tables: Tables, id: string): number {
  const { value } = factById(tables, id);
  if (value === null) throw new Error(`data/facts.csv: ${id} (value): "" is not disclosed, expected a number: figures of ours are worked out from it, and texts and pictures that rest on them cannot stand`);
  return value;
}

interface Cases {
  /** Name of the place that the counts are of. */
  place: Place['name'];
  year: number;
  since: number;
  longestEnd: string;
}

/** The fall from 2019 to "since 2020", as a share and as a count. */
function fall({ place, year, since }: Cases): Derived[] {
  const from = ['qh-cases-2019', 'qh-cases-2020on'];
  return [
    {
      id: 'calc-change',
      value: ((since - year) / year) * 100,
      decimals: 2,
      label: told('change.label', (locale) => ({ place: place[locale] })),
      unit: unitNamed('percent'),
      method: told('change.method', () => ({ since, year })),
      from,
    },
    {
      id: 'calc-fewer',
      value: year - since,
      decimals: 0,
      label: told('fewer.label', (locale) => ({ place: place[locale] })),
      unit: unitNamed('cases'),
      method: told('fewer.method', () => ({ since, year })),
      from,
    },
  ];
}

/** How long "since 2020" is, at the least and at the most. */
function lengths({ longestEnd }: Cases): Derived[] {
  const method = (reading: string, last: string): Bilingual =>
    told(`${reading}.method`, (locale) => ({ span: fill(formatsOf(locale).span, { first: formatMonth(SINCE, locale), last: formatMonth(last, locale) }) }));
  const from = ['qh-cases-2020on'];
  return [
    {
      id: 'calc-months-min',
      value: monthsInclusive(SINCE, SHORTEST_END),
      decimals: 0,
      label: sentenceOf('shortest.label'),
      unit: unitNamed('months'),
      method: method('shortest', SHORTEST_END),
      from,
    },
    {
      id: 'calc-months-max',
      value: monthsInclusive(SINCE, longestEnd),
      decimals: 0,
      label: sentenceOf('longest.label'),
      unit: unitNamed('months'),
      method: method('longest', longestEnd),
      from,
    },
  ];
}

/** What a number is shared out over: the months of its period, or as many of something else. */
interface Shared {
  by: number;
  unit: Bilingual;
  /** the fact or the figure that says how many, where one does */
  from?: string;
}

/** What a rate is of: a count of what happened, or a fall, of which the size is meant. */
interface Rate {
  id: string;
  fact: string;
  shared: Shared;
  /** which period, on which reading of it, or what the rate is of */
  words: Bilingual;
}

/** How a rate is labelled and rounded, by what it counts. */
interface Counted {
  unit: Unit;
  decimals: number;
  label: (place: Place['name'], words: Bilingual) => Bilingual;
  /** what the average does not say */
  note: Bilingual;
}

/** Cases that were solved, or fewer people, a month. */
const aMonth = (what: 'solved' | 'known', unit: string): Counted => ({
  unit: unitNamed(unit),
  decimals: 1,
  label: (place, words) => told(`${what}.label`, (locale) => ({ place: place[locale], when: words[locale] })),
  note: sentenceOf('rate.monthly'),
});

/**
 * A fact's number by what it is shared out over, so that what lasted longer or happened more often can be compared; of a fall its size. A
 * period whose length is not known has one rate on its shortest reading and one on its longest.
 * @returns the rate in the unit of what is counted, not rounded
 */
function rate(tables: Tables, { unit, decimals, label, note }: Counted, { id, fact, shared, words }: Rate): Derived {
  const { place, kind, unit: counted } = factById(tables, fact);
  const number = kind === 'fall' ? -quantityOf(tables, fact) : quantityOf(tables, fact);
  return {
    id,
    decimals,
    unit,
    value: number / shared.by,
    label: label(placeById(tables, place).name, words),
    method: told('rate.method', (locale) => ({ number, counted: counted[locale], by: shared.by, unit: shared.unit[locale], note: note[locale] })),
    from: shared.from === undefined ? [fact] : [fact, shared.from],
  };
}

const months = (by: number, from?: string): Shared => ({ by, unit: unitNamed('months'), ...(from === undefined ? {} : { from }) });
const aYear = (): Shared => months(MONTHS_A_YEAR);

/** Cases in the year before and since, on both readings; falls in two years and since, with and without the month of publication. */
function monthlyRates(tables: Tables, shortest: number, longest: number): Derived[] {
  const solved: Rate[] = [
    { id: 'calc-monthly-2019', fact: 'qh-cases-2019', shared: aYear(), words: sentenceOf('when.year2019') },
    {
      id: 'calc-monthly-short',
      fact: 'qh-cases-2020on',
      shared: months(shortest, 'calc-months-min'),
      words: sentenceOf('when.shortest'),
    },
    {
      id: 'calc-monthly-long',
      fact: 'qh-cases-2020on',
      shared: months(longest, 'calc-months-max'),
      words: sentenceOf('when.longest'),
    },
  ];
  const fewer: Rate[] = [
    { id: 'calc-users-monthly-2018', fact: 'wn-users-2018', shared: aYear(), words: sentenceOf('when.year2018') },
    { id: 'calc-users-monthly-2019', fact: 'wn-users-2019', shared: aYear(), words: sentenceOf('when.year2019') },
    {
      id: 'calc-users-monthly-long',
      fact: 'wn-users-2020on',
      shared: months(longest),
      words: sentenceOf('when.withLast'),
    },
    {
      id: 'calc-users-monthly-short',
      fact: 'wn-users-2020on',
      shared: months(longest - 1),
      words: sentenceOf('when.withoutLast'),
    },
  ];
  return [...solved.map((each) => rate(tables, aMonth('solved', 'casesAMonth'), each)), ...fewer.map((each) => rate(tables, aMonth('known', 'peopleAMonth'), each))];
}

/** What an average sweep or course had: they have no first day, so that no rate by the month can be worked out. */
interface Average {
  id: string;
  fact: string;
  over: string;
  /** of its unit and its label in `figures.json` */
  words: string;
}
const AVERAGES: readonly Average[] = [
  {
    id: 'calc-sweep-visits',
    fact: 'qh-venue-visits',
    over: 'qh-sweeps',
    words: 'visitsASweep',
  },
  {
    id: 'calc-sweep-officers',
    fact: 'qh-officers',
    over: 'qh-sweeps',
    words: 'officersASweep',
  },
  {
    id: 'calc-sweep-vehicles',
    fact: 'qh-vehicles',
    over: 'qh-sweeps',
    words: 'vehiclesASweep',
  },
  {
    id: 'calc-course-people',
    fact: 'wn-trained',
    over: 'wn-courses',
    words: 'peopleASession',
  },
];
/** The averages whose two counts a newsroom has, and of which the second is not nought. */
function averages(tables: Tables): Derived[] {
  return AVERAGES.filter(({ fact, over }) => (tables.facts.get(fact)?.value ?? null) !== null && (tables.facts.get(over)?.value ?? 0) !== 0).map(
    ({ id, fact, over, words }) => {
      const label = sentenceOf(`${words}.label`);
      return rate(
        tables,
        { unit: unitNamed(words), decimals: 1, label: () => label, note: sentenceOf('rate.evenly') },
        { id, fact, shared: { by: quantityOf(tables, over), unit: factById(tables, over).unit, from: over }, words: label },
      );
    },
  );
}

const byTables = new WeakMap<Tables, ReadonlyMap<string, Derived>>();

/**
 * Every figure of ours, worked out from the tables, once for each; none is typed.
 * @throws Error that names the fact or place that a calculation lacks
 */
export function derive(tables: Tables): ReadonlyMap<string, Derived> {
  const kept = byTables.get(tables);
  if (kept) return kept;
  const figures = new Map(workOut(tables).map((figure) => [figure.id, figure]));
  byTables.set(tables, figures);
  return figures;
}

function workOut(tables: Tables): Derived[] {
  const published = tables.package.sources[0]?.published ?? '';
  const cases = {
    place: placeById(tables, factById(tables, 'qh-cases-2019').place).name,
    year: quantityOf(tables, 'qh-cases-2019'),
    since: quantityOf(tables, 'qh-cases-2020on'),
    longestEnd: published.slice(0, 'YYYY-MM'.length),
  };
  const spans = lengths(cases);
  const [shortest = NaN, longest = NaN] = spans.map(({ value }) => value);
  return [
    ...[...tables.lines.values()].flatMap((line) => straightLine(tables, line)),
    ...fall(cases),
    ...spans,
    ...monthlyRates(tables, shortest, longest),
    ...averages(tables),
  ];
}

/** The article's figures, and those that only the lesson asks for. */
export const derivedForClass = (tables: Tables): ReadonlyMap<string, Derived> => {
  const ours = derive(tables);
  return new Map([...ours, ...classFigures(tables, ours, { before: 'qh-cases-2019', groups: ['qh-arrests-ring', 'qh-arrests-island'] })]);
};

/** @throws Error that names the id if no figure of ours has it */
export function derivedById(tables: Tables, id: string): Derived {
  const figure = (id.startsWith(CLASS_FIGURE) ? derivedForClass(tables) : derive(tables)).get(id);
  if (figure === undefined) throw new Error(`${JSON.stringify(id)} is unknown, expected a figure of src/data/derive.ts`);
  return figure;
}

/**
 * A fact or a figure of ours by its id.
 * @throws Error that names the id if neither `facts.csv` nor a calculation has it
 */
export function figureById(tables: Tables, id: string): Figure {
  const figure = tables.facts.get(id) ?? (id.startsWith(CLASS_FIGURE) ? derivedForClass(tables) : derive(tables)).get(id);
  if (figure === undefined) throw new Error(`${JSON.stringify(id)} is unknown, expected an id of data/facts.csv or a figure of src/data/derive.ts`);
  return figure;
}

/** Facts and figures of ours, by id: all that a text or a picture can name. */
export const figuresOf = (tables: Tables): ReadonlyMap<string, Figure> => new Map<string, Figure>([...tables.facts, ...derive(tables)]);

import { geoDistance } from 'd3';
import { CLASS_FIGURE, classFigures } from './class-figures.ts';
import { formatMonth, formatValue } from './format.ts';
import { MONTHS_A_YEAR, monthNumber } from './months.ts';
import { factById, legsOf, placeById, type Tables } from './tables.ts';
import type { Bilingual, Derived, Figure, Line, Locale, Place, Unit } from './types.ts';

/** Mean radius of the Earth in kilometres (IUGG R1); the sphere is at most 0.5 % off the ellipsoid. */
const EARTH_RADIUS_KM = 6371.0088;

// "2020年以来": the month it begins, and the last month of the shortest reading, the calendar year alone.
const SINCE = '2020-01';
const SHORTEST_END = '2020-12';

const CASES: Unit = { zh: '起', en: 'cases', enOne: 'case' };
const CASES_A_MONTH: Unit = { zh: '起/月', en: 'cases a month', enOne: 'case a month' };
const PEOPLE_A_MONTH: Unit = { zh: '人/月', en: 'people a month', enOne: 'person a month' };
const MONTHS: Unit = { zh: '个月', en: 'months', enOne: 'month' };
const KILOMETRES: Unit = { zh: '公里', en: 'kilometres', enOne: 'kilometre' };
const PERCENT: Unit = { zh: '%', en: '%', enOne: '%' };

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
      label: { zh: `${from.name.zh}到${to.name.zh}的直线距离`, en: `Straight-line distance from ${from.name.en} to ${to.name.en}` },
      unit: KILOMETRES,
      method: {
        zh: `由两地坐标（${from.lon}，${from.lat}；${to.lon}，${to.lat}）算出的大圆距离，地球平均半径取${formatValue(EARTH_RADIUS_KM, 'zh')}公里。${distance.note.zh}`,
        en: `The great-circle distance between the two points (${from.lon}, ${from.lat}; ${to.lon}, ${to.lat}) on a sphere of the Earth’s mean radius, ${formatValue(EARTH_RADIUS_KM, 'en')} km. ${distance.note.en}`,
      },
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
      label: { zh: `${place.zh}涉毒刑事案件的变化，我们重算`, en: `Change in drug-related criminal cases in ${place.en}, worked out again` },
      unit: PERCENT,
      method: {
        zh: `（${since}−${year}）÷${year}。两段时间未必一样长：前者是一整年，后者从2020年起，截止日没有写。`,
        en: `(${since} − ${year}) ÷ ${year}. The two periods may not be equally long: one is a full year, the other runs from 2020 and its last day is not given.`,
      },
      from,
    },
    {
      id: 'calc-fewer',
      value: year - since,
      decimals: 0,
      label: { zh: `${place.zh}涉毒刑事案件少了几起`, en: `Fewer drug-related criminal cases in ${place.en}` },
      unit: CASES,
      method: {
        zh: `${year}−${since}。两段时间未必一样长，所以它不一定是“一年少了多少起”。`,
        en: `${year} − ${since}. The two periods may not be equally long, so this may not be a fall per year.`,
      },
      from,
    },
  ];
}

/** How long "since 2020" is, at the least and at the most. */
function lengths({ longestEnd }: Cases): Derived[] {
  const span = (last: string, locale: Locale) => `${formatMonth(SINCE, locale)}${locale === 'zh' ? '到' : ' to '}${formatMonth(last, locale)}`;
  const from = ['qh-cases-2020on'];
  return [
    {
      id: 'calc-months-min',
      value: monthsInclusive(SINCE, SHORTEST_END),
      decimals: 0,
      label: { zh: '“2020年以来”最短多长', en: '“Since 2020” at its shortest' },
      unit: MONTHS,
      method: {
        zh: `${span(SHORTEST_END, 'zh')}，首尾都算。截止日没有写；只算2020年一年，是我们取的下限，“同比”两个字支持它。`,
        en: `${span(SHORTEST_END, 'en')}, both counted. The last day is not given; the year 2020 alone is a lower bound of ours, which the words “year on year” support.`,
      },
      from,
    },
    {
      id: 'calc-months-max',
      value: monthsInclusive(SINCE, longestEnd),
      decimals: 0,
      label: { zh: '“2020年以来”最长多长', en: '“Since 2020” at its longest' },
      unit: MONTHS,
      method: {
        zh: `${span(longestEnd, 'zh')}，首尾都算。截止日没有写，这是最长的读法：一直算到特刊刊出的那个月。`,
        en: `${span(longestEnd, 'en')}, both counted. The last day is not given; the longest reading runs to the month in which the special was published.`,
      },
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

const NO_MONTH: Bilingual = { zh: '这是平均数，各月的数没有写。', en: 'It is an average; no counts for single months are given.' };
const SOLVED: Counted = {
  unit: CASES_A_MONTH,
  decimals: 1,
  label: (place, words) => ({
    zh: `${place.zh}平均每月破获的涉毒刑事案件，${words.zh}`,
    en: `Drug-related criminal cases solved a month in ${place.en}, ${words.en}`,
  }),
  note: NO_MONTH,
};
const FEWER: Counted = {
  unit: PEOPLE_A_MONTH,
  decimals: 1,
  label: (place, words) => ({
    zh: `${place.zh}“现有吸毒人员”平均每月减少的人数，${words.zh}`,
    en: `Fewer “people currently using drugs” a month in ${place.en}, ${words.en}`,
  }),
  note: NO_MONTH,
};

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
    method: {
      zh: `${number}${counted.zh}÷${shared.by}${shared.unit.zh}。${note.zh}`,
      en: `${number} ${counted.en} ÷ ${shared.by} ${shared.unit.en}. ${note.en}`,
    },
    from: shared.from === undefined ? [fact] : [fact, shared.from],
  };
}

const months = (by: number, from?: string): Shared => ({ by, unit: MONTHS, ...(from === undefined ? {} : { from }) });
const YEAR = months(MONTHS_A_YEAR);

/** Cases in the year before and since, on both readings; falls in two years and since, with and without the month of publication. */
function monthlyRates(tables: Tables, shortest: number, longest: number): Derived[] {
  const solved: Rate[] = [
    { id: 'calc-monthly-2019', fact: 'qh-cases-2019', shared: YEAR, words: { zh: '2019年', en: '2019' } },
    {
      id: 'calc-monthly-short',
      fact: 'qh-cases-2020on',
      shared: months(shortest, 'calc-months-min'),
      words: { zh: '2020年以来，按最短的读法', en: 'since 2020, on the shortest reading' },
    },
    {
      id: 'calc-monthly-long',
      fact: 'qh-cases-2020on',
      shared: months(longest, 'calc-months-max'),
      words: { zh: '2020年以来，按最长的读法', en: 'since 2020, on the longest reading' },
    },
  ];
  const fewer: Rate[] = [
    { id: 'calc-users-monthly-2018', fact: 'wn-users-2018', shared: YEAR, words: { zh: '2018年', en: '2018' } },
    { id: 'calc-users-monthly-2019', fact: 'wn-users-2019', shared: YEAR, words: { zh: '2019年', en: '2019' } },
    {
      id: 'calc-users-monthly-long',
      fact: 'wn-users-2020on',
      shared: months(longest),
      words: { zh: '2020年初至今，连刊出的那个月', en: 'early 2020 to date, the month of publication included' },
    },
    {
      id: 'calc-users-monthly-short',
      fact: 'wn-users-2020on',
      shared: months(longest - 1),
      words: { zh: '2020年初至今，不连刊出的那个月', en: 'early 2020 to date, without the month of publication' },
    },
  ];
  return [...solved.map((each) => rate(tables, SOLVED, each)), ...fewer.map((each) => rate(tables, FEWER, each))];
}

/** What an average sweep or course had: they have no first day, so that no rate by the month can be worked out. */
interface Average {
  id: string;
  fact: string;
  over: string;
  unit: Unit;
  label: Bilingual;
}
const AVERAGES: readonly Average[] = [
  {
    id: 'calc-sweep-visits',
    fact: 'qh-venue-visits',
    over: 'qh-sweeps',
    unit: { zh: '家次/次', en: 'venue visits a sweep', enOne: 'venue visit a sweep' },
    label: { zh: '平均每次清查去的娱乐场所', en: 'Venue visits in an average sweep' },
  },
  {
    id: 'calc-sweep-officers',
    fact: 'qh-officers',
    over: 'qh-sweeps',
    unit: { zh: '人次/次', en: 'officer deployments a sweep', enOne: 'officer deployment a sweep' },
    label: { zh: '平均每次清查出动的警力，若全用于清查', en: 'Officer deployments in an average sweep, if all were for the sweeps' },
  },
  {
    id: 'calc-sweep-vehicles',
    fact: 'qh-vehicles',
    over: 'qh-sweeps',
    unit: { zh: '辆次/次', en: 'vehicle deployments a sweep', enOne: 'vehicle deployment a sweep' },
    label: { zh: '平均每次清查出动的警车，若全用于清查', en: 'Vehicle deployments in an average sweep, if all were for the sweeps' },
  },
  {
    id: 'calc-course-people',
    fact: 'wn-trained',
    over: 'wn-courses',
    unit: { zh: '人/次', en: 'people a session', enOne: 'person a session' },
    label: { zh: '平均每次就业培训的人', en: 'People in an average training session' },
  },
];
const EVENLY: Bilingual = {
  zh: '这是平均摊开的数；每一次各是多少，没有写。',
  en: 'It is spread evenly; how many any single one had is not said.',
};

/** The averages whose two counts a newsroom has, and of which the second is not nought. */
function averages(tables: Tables): Derived[] {
  return AVERAGES.filter(({ fact, over }) => (tables.facts.get(fact)?.value ?? null) !== null && (tables.facts.get(over)?.value ?? 0) !== 0).map(
    ({ id, fact, over, unit, label }) =>
      rate(
        tables,
        { unit, decimals: 1, label: () => label, note: EVENLY },
        { id, fact, shared: { by: quantityOf(tables, over), unit: factById(tables, over).unit, from: over }, words: label },
      ),
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

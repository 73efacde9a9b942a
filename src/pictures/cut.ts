import { walk } from '../copy/inline.ts';
import { numbersIn } from '../copy/references.ts';
import { DEFAULT_LOCALE, LOCALES } from '../languages.ts';
import { readStory, stepNodes } from '../copy/story.ts';
import { derive } from '../data/derive.ts';
import { RESOURCE_NAMES } from '../data/descriptor.ts';
import { factsJson, stateOf, tableCsv } from '../data/publish.ts';
import { lineById, placeById, type Tables } from '../data/tables.ts';
import { correctionsUrl } from '../layouts/records.ts';
import type { StepId } from '../story/ids.ts';
import { STEPS } from '../story/steps.ts';

/** What some steps are told with. */
export interface Cut {
  /** the tables with these rows only; every key that points to another table still finds its row */
  tables: Tables;
  /** ids of the facts and of our own figures */
  numbers: ReadonlySet<string>;
}

const keep = <Item>(items: ReadonlyMap<string, Item>, isKept: (item: Item, id: string) => boolean): ReadonlyMap<string, Item> =>
  new Map([...items].filter(([id, item]) => isKept(item, id)));

/** Ids of the lines that the steps' maps draw. */
function linesOf(steps: readonly StepId[]): ReadonlySet<string> {
  const maps = STEPS.flatMap(({ id, picture }) => (steps.includes(id) && picture.map ? [picture.map] : []));
  return new Set(maps.flatMap(({ lines }) => Object.entries(lines).flatMap(([id, { drawn = 0 }]) => (drawn > 0 ? [id] : []))));
}

/**
 * The part of the data that some steps are told with: the numbers and places of their words, what our own figures in them
 * are worked out from, and the routes that their maps draw.
 */
export function cutTo(data: Tables, steps: readonly StepId[]): Cut {
  const nodes = LOCALES.flatMap((locale) => steps.flatMap((step) => stepNodes(readStory(locale).steps.get(step)!)));
  const ours = derive(data);
  const named = numbersIn(nodes);
  const basis = [...named].flatMap((id) => ours.get(id)?.from ?? []);
  const lines = linesOf(steps);
  const dates = [...lines].flatMap((id) => lineById(data, id).datedBy ?? []);
  const numbers = new Set([...named, ...dates, ...basis.filter((id) => data.facts.has(id))]);
  const facts = keep(data.facts, (_, id) => numbers.has(id));
  const routes = keep(data.routes, ({ line }) => lines.has(line));
  const places = new Set([
    ...[...walk(nodes)].flatMap((node) => (node.type === 'place' ? [node.id] : [])),
    ...basis.filter((id) => data.places.has(id)),
    ...[...facts.values()].map(({ place }) => place),
    ...[...routes.values()].flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ]);
  for (const id of places) placeById(data, id);
  return {
    tables: {
      ...data,
      facts,
      lines: keep(data.lines, (_, id) => lines.has(id)),
      routes,
      places: keep(data.places, (_, id) => places.has(id)),
      printed: keep(data.printed, (_, id) => facts.has(id)),
      corrections: data.corrections.filter(({ fact, step }) => (fact !== null && facts.has(fact)) || (step !== null && steps.includes(step))),
    },
    numbers,
  };
}

/**
 * A cut as the files of a data package of its own: each table for Excel (byte order mark, CRLF) and plain, and a descriptor
 * that points to the plain ones. Its version is the whole data's, so that a picture's version is found in it.
 */
export function cutFiles(data: Tables, { tables, numbers }: Cut): Record<string, string> {
  const files = Object.fromEntries(
    RESOURCE_NAMES.flatMap((name) => [
      [`${name}.csv`, tableCsv(tables, name, 'excel')],
      [`${name}.utf8.csv`, tableCsv(tables, name, 'plain')],
    ]),
  );
  const resources = data.package.resources.map((resource) => ({ ...resource, path: `${resource.name}.utf8.csv` }));
  const figures = (JSON.parse(factsJson(data)) as { id: string }[]).filter(({ id }) => numbers.has(id));
  return {
    ...files,
    'facts.json': `${JSON.stringify(figures, null, 2)}\n`,
    'datapackage.json': `${JSON.stringify({ ...data.package, ...stateOf(data, correctionsUrl(DEFAULT_LOCALE)), resources }, null, 2)}\n`,
  };
}

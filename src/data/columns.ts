import { inEach, LOCALES, SOURCE_LOCALE } from '../languages.ts';
import type { Descriptor, Field, ResourceName } from './descriptor.ts';
import { pluralKey, pluralsOf } from './language.ts';
import type { Bilingual, Locale, Unit } from './types.ts';

/** A row of a table by column. */
type Cells = Readonly<Record<string, string | number | null>>;

/** The column with the words of a language. */
export const columnIn = (stem: string, locale: Locale): string => `${stem}_${locale}`;

/** The columns with the words of each language. */
export const columnsIn = (stem: string): readonly string[] => LOCALES.map((locale) => columnIn(stem, locale));

/** The words of a row in each language, "" where there are none; the row has a column for each. */
export const wordsIn = (cells: object, stem: string): Bilingual => inEach((locale) => String((cells as Cells)[columnIn(stem, locale)] ?? ''));

/** The words of a row in each language, or nothing if one of them lacks them. */
export const wordsInAll = (cells: object, stem: string): Bilingual | null =>
  columnsIn(stem).some((column) => ((cells as Cells)[column] ?? null) === null) ? null : wordsIn(cells, stem);

/** The columns of words, as a table of ours is written. */
export const cellsIn = (stem: string, words: Bilingual | null, none: string | null = null): Record<string, string | null> =>
  Object.fromEntries(LOCALES.map((locale) => [columnIn(stem, locale), words?.[locale] ?? none]));

/** The forms of a unit for each plural category, by column: `unit_en_one`. */
const pluralColumns = (): (readonly [column: string, key: string])[] =>
  LOCALES.flatMap((locale) => pluralsOf(locale).map((category) => [`${columnIn('unit', locale)}_${category}`, pluralKey(locale, category)] as const));

/** The unit of a row. */
export const unitIn = (cells: object): Unit => ({
  ...wordsIn(cells, 'unit'),
  ...Object.fromEntries(pluralColumns().map(([column, key]) => [key, String((cells as Cells)[column] ?? '')])),
});

/** The columns of a unit's plurals. */
export const pluralCells = (of: (locale: Locale) => string): Record<string, string> =>
  Object.fromEntries(LOCALES.flatMap((locale) => pluralsOf(locale).map((category) => [`${columnIn('unit', locale)}_${category}`, of(locale)])));

/** The columns of a unit. */
export const unitCells = (unit: Unit): Record<string, string | null> => ({
  ...cellsIn('unit', unit),
  ...Object.fromEntries(pluralColumns().map(([column, key]) => [column, (unit as Readonly<Record<string, string>>)[key] ?? ''])),
});

/** A cell of a correction in each language: the source's own in `old_value`, the others beside it. */
export const correctedIn = (cells: object, which: 'old' | 'new', isSpoken: boolean): Bilingual => {
  const own = String((cells as Cells)[`${which}_value`] ?? '');
  return inEach((locale) => (locale === SOURCE_LOCALE || !isSpoken ? own : String((cells as Cells)[columnIn(which, locale)] ?? '')));
};

/** The columns of a cell of a correction. */
export const correctedCells = (which: 'old' | 'new', words: Bilingual, isSpoken: boolean): Record<string, string | null> =>
  Object.fromEntries(LOCALES.map((locale) => (locale === SOURCE_LOCALE ? [`${which}_value`, words[locale]] : [columnIn(which, locale), isSpoken ? words[locale] : null])));

/** What a language's columns are called after, by table, where the descriptor does not list them itself. */
const STEMS: Readonly<Partial<Record<ResourceName, readonly string[]>>> = {
  facts: ['words', 'label', 'unit', 'period', 'note'],
  places: ['name', 'note'],
  lines: ['distance_note'],
  routes: ['mode', 'note'],
  corrections: ['old', 'new', 'reason', 'found'],
  withdrawals: ['reason'],
};

/** The name of a language in another: `English`, `英文`. */
const nameIn = (locale: Locale, tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(locale)!;

/** A column of another language with the name of this one in its titles. */
const inLanguage = (field: Field, name: string, locale: Locale): Field => ({
  ...field,
  name,
  title: `${field.title.replace(/,[^,]*$/, '')}, ${nameIn(locale, 'en-GB')}`,
});

/** A column of a language that the settings do not list (any more). */
function isLeft(name: string, stem: string): boolean {
  const code = new RegExp(`^${stem}_([a-z]{2,3}(?:-[a-z]{2,8})?)(?:_(?:zero|one|two|few|many))?$`).exec(name)?.[1];
  return code !== undefined && !(LOCALES as readonly string[]).includes(code);
}

/** The columns of one table that its languages want and the descriptor does not list, each after those of its kind. */
function completed(fields: readonly Field[], table: ResourceName): Field[] {
  return (STEMS[table] ?? []).reduce((before: Field[], stem) => {
    const all = [...before];
    const of = (column: string): number => all.findIndex(({ name }) => name === column);
    const known = LOCALES.filter((locale) => of(columnIn(stem, locale)) >= 0);
    const model = all[of(columnIn(stem, known.at(-1) ?? SOURCE_LOCALE))] ?? all.find((field) => isLeft(field.name, stem));
    if (model === undefined) return all;
    for (const locale of LOCALES) {
      const column = columnIn(stem, locale);
      const wanted = [...(locale === SOURCE_LOCALE && (stem === 'old' || stem === 'new') ? [] : [column]), ...(stem === 'unit' ? pluralsOf(locale).map((category) => `${column}_${category}`) : [])];
      for (const name of wanted.filter((each) => of(each) < 0)) {
        const last = all.findLastIndex((each) => LOCALES.some((one) => `${each.name}_`.startsWith(`${columnIn(stem, one)}_`)));
        all.splice(last + 1, 0, inLanguage(model, name, locale));
      }
    }
    return all.filter(({ name }) => !isLeft(name, stem));
  }, [...fields]);
}

/** The descriptor with the columns of every language that the settings list, and of no other: an owner who adds a language adds columns, and describes none. */
export const withLanguages = (descriptor: Descriptor): Descriptor => ({
  ...descriptor,
  resources: descriptor.resources.map((resource) => ({ ...resource, schema: { ...resource.schema, fields: completed(resource.schema.fields, resource.name) } })),
});

/** A title or description of the descriptor in a language: the standard's own property where it has none. */
export const describedIn = <Key extends 'title' | 'description'>(of: { readonly [Own in Key]: string }, key: Key, locale: Locale): string =>
  (of as Readonly<Record<string, string>>)[columnIn(key, locale)] ?? of[key];

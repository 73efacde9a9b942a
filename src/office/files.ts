import { LOCALES } from '../languages.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { PLANS } from '../lesson/content/plans.ts';
import type { Plan, PlanId } from '../lesson/content/types.ts';
import { modifiedOf } from '../data/dates.ts';
import { zipOf } from '../pictures/zip.ts';
import { bookOf } from './book.ts';
import { deckOf } from './deck.ts';
import { planDocument } from './plan-document.ts';
import { readmeOf } from './readme.ts';
import { sheetDocument } from './sheet-document.ts';

/** Files of a plan that a teacher may change, in the order in which they are offered, and all of them as one. */
export const OFFICE_KINDS = ['deck', 'plan', 'sheet', 'key', 'book'] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];
export const ENDINGS = { deck: 'pptx', plan: 'docx', sheet: 'docx', key: 'docx', book: 'xlsx', pack: 'zip' } as const satisfies Record<
  OfficeKind | 'pack',
  string
>;

/** A file of a plan in one language. */
export interface OfficeFile {
  plan: PlanId;
  locale: Locale;
  kind: OfficeKind | 'pack';
  /** without its ending */
  name: string;
  /** from the site's root */
  path: string;
}

export function officeFile(plan: PlanId, locale: Locale, kind: OfficeKind | 'pack'): OfficeFile {
  const name = `${kind}-${plan}.${locale}`;
  return { plan, locale, kind, name, path: `/lesson/office/${name}.${ENDINGS[kind]}` };
}

/** Every file of an ending, of each plan in each language. */
export const officeFiles = (ending: string): OfficeFile[] =>
  PLANS.flatMap(({ id }) =>
    LOCALES.flatMap((locale) =>
      ([...OFFICE_KINDS, 'pack'] as const).filter((kind) => ENDINGS[kind] === ending).map((kind) => officeFile(id, locale, kind)),
    ),
  );

const MAKERS: Readonly<Record<OfficeKind, (plan: Plan, locale: Locale) => Promise<Uint8Array>>> = {
  deck: (plan, locale) => deckOf(plan, locale, tables()),
  plan: (plan, locale) => planDocument(plan, locale, tables()),
  sheet: (plan, locale) => sheetDocument(plan, locale, tables(), false),
  key: (plan, locale) => sheetDocument(plan, locale, tables(), true),
  book: (plan, locale) => bookOf(plan, locale, tables()),
};

const made = new Map<string, Promise<Uint8Array>>();
const planOf = (id: PlanId): Plan => PLANS.find((plan) => plan.id === id)!;

/** A file's bytes, made once a build: the page's file and the one in the zip are the same. */
export function officeBytes({ plan, locale, kind, name }: OfficeFile): Promise<Uint8Array> {
  const known = made.get(name) ?? (kind === 'pack' ? packOf(planOf(plan), locale) : MAKERS[kind](planOf(plan), locale));
  made.set(name, known);
  return known;
}

/**
 * What a file is called in the zip: by its number, so that they lie in the order of the page beside them, and in Latin letters, for an
 * older Windows that unpacks Chinese names as rubbish.
 */
export const nameInPack = (kind: OfficeKind): string => `${OFFICE_KINDS.indexOf(kind) + 1}-${kind}.${ENDINGS[kind]}`;
/** The page beside them. */
export const README_NAME = '0-readme.html';

/** All files of a plan as one, with a page that says what to open and what to print. */
async function packOf(plan: Plan, locale: Locale): Promise<Uint8Array> {
  const files: Record<string, Uint8Array | string> = { [README_NAME]: readmeOf(plan, locale, nameInPack) };
  for (const kind of OFFICE_KINDS) files[nameInPack(kind)] = await officeBytes(officeFile(plan.id, locale, kind));
  return zipOf(files, `lesson-${plan.id}-${locale}`, modifiedOf(tables()));
}

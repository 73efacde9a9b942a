import { LOCALES } from '../../languages.ts';
import type { Locale } from '../../data/types.ts';
import { PLANS } from './plans.ts';
import type { PlanId } from './types.ts';

/** A worksheet: the page it stands on and the PDF that is printed from it, both from the site's root. */
export interface SheetFile {
  plan: PlanId;
  key: boolean;
  locale: Locale;
  /** without the language's folder */
  page: string;
  pdf: string;
}

export const sheetFile = (plan: PlanId, key: boolean, locale: Locale): SheetFile => ({
  plan, key, locale,
  page: `/lesson/worksheet/${plan}/${key ? 'key/' : ''}`,
  pdf: `/lesson/pdf/worksheet-${plan}${key ? '-key' : ''}.${locale}.pdf`,
});

/** Every worksheet, pupils' and teachers', in both languages. */
export const SHEET_FILES: readonly SheetFile[] = PLANS.flatMap(({ id }) =>
  [false, true].flatMap((key) => LOCALES.map((locale) => sheetFile(id, key, locale))),
);

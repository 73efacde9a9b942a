import { formatsOf } from '../data/language.ts';
import { fill } from '../data/fill.ts';
import { noticesOf } from '../copy/notices.ts';
import { stampOf } from '../copy/stamp.ts';
import type { Tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { correctionsUrl } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import { readOffice } from './words.ts';

/** What every office file says of where it comes from: source and licence, version and corrections, how to pass it on. */
export function sourceLines(locale: Locale, data: Tables): string[] {
  const { ui } = readOffice(locale);
  return [
    fill(ui.source, { publisher: settings.publisher[locale], licence: `${settings.licence.name} (${settings.licence.url})` }),
    stampOf(locale, data, correctionsUrl(locale)),
    ...noticesOf(locale, data).map(({ text }) => text),
    `${ui.ours}${formatsOf(locale).sentences}${ui.edited}`,
  ];
}

/** The same in a file's properties, where programs look for it: source and licence, version and corrections. */
export const propertiesLine = (locale: Locale, data: Tables): string => sourceLines(locale, data).slice(0, 2).join(' ');

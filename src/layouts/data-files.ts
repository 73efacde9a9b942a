import { fill } from '../data/fill.ts';
import { changesOf } from '../copy/notices.ts';
import { DEFAULT_LOCALE, inEach, LOCALES } from '../languages.ts';
import { stampOf } from '../copy/stamp.ts';
import { readUi } from '../copy/ui.ts';
import { versionsOf } from '../copy/versions.ts';
import { modifiedOf } from '../data/dates.ts';
import { dataVersion } from '../data/publish.ts';
import { tables } from '../data/tables.ts';
import { settings } from '../settings.ts';
import { correctionsUrl } from './records.ts';

/** For each version of the data what has changed since, for programs: newest version first. */
export function changesJson(): string {
  const data = tables();
  const all = inEach((locale) => versionsOf(locale));
  const versions = all[DEFAULT_LOCALE].map(({ version, day, since }, i) => [
    version,
    { date: day, changes: since.map(({ id, date }, at) => ({ id, date, ...inEach((locale) => all[locale][i]!.since[at]!.text) })) },
  ]);
  const state = { version: dataVersion(data), modified: modifiedOf(data), published: data.published, corrections: correctionsUrl(DEFAULT_LOCALE) };
  return `${JSON.stringify({ ...state, versions: Object.fromEntries(versions) }, null, 2)}\n`;
}

/** The text beside a table: of which version and day it is, where corrections stand, under which licence, and what was corrected. */
export function dataText(): string {
  const data = tables();
  const of = LOCALES.map((locale) =>
    [
      settings.title[locale],
      stampOf(locale, data, correctionsUrl(locale)),
      `${fill(readUi(locale).footerLicenceText, { licence: settings.licence.name })} ${settings.licence.url}`,
      ...changesOf(locale, data).map(({ text }) => text),
    ].join('\n'),
  );
  return `${of.join('\n\n')}\n`;
}

import { asset, inside } from '../copy/href.ts';
import { LANG } from '../languages.ts';
import { noticesOf } from '../copy/notices.ts';
import type { Ui } from '../copy/ui.ts';
import { modifiedOf } from '../data/dates.ts';
import { dataVersion } from '../data/publish.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { settings } from '../settings.ts';

/** Absolute address of a file of the site. */
export const absoluteAsset = (path: string): string => new URL(asset(path, settings.base), settings.siteUrl).href;

/** Absolute address of a page of the site. */
export const absolute = (path: string, locale: Locale): string => new URL(inside(path, locale, settings.base), settings.siteUrl).href;

/** Absolute address where corrections stand. */
export const correctionsUrl = (locale: Locale): string => absolute('/data/#corrections', locale);

/** The days of the piece, and what was corrected in it, for schema.org; a draft has no day of publication. */
const dated = (locale: Locale, data = tables()): object => {
  const corrections = noticesOf(locale).map(({ date, text }) => ({ '@type': 'CorrectionComment', datePublished: date, text }));
  return {
    ...(data.published === null ? { creativeWorkStatus: 'Draft' } : { datePublished: data.published }),
    dateModified: modifiedOf(data),
    ...(corrections.length > 0 ? { correction: corrections } : {}),
  };
};

/** schema.org records of the data: what a data catalogue reads. */
export function datasetRecord(locale: Locale, ui: Ui): object {
  return {
    '@context': 'https://schema.org', '@type': 'Dataset', name: `${settings.title[locale]}: ${ui.dataTitle}`, description: ui.dataIntro,
    inLanguage: LANG[locale], license: settings.licence.url, url: absolute('/data/', locale), isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: settings.publisher[locale] }, version: dataVersion(tables()), ...dated(locale),
    distribution: [
      ['text/csv', '/data/facts.csv'], ['application/json', '/data/facts.json'], ['application/json', '/data/datapackage.json'],
    ].map(([encodingFormat, path]) => ({ '@type': 'DataDownload', encodingFormat, contentUrl: absoluteAsset(path!) })),
  };
}

/** schema.org records of the article. */
export function articleRecords(locale: Locale, ui: Ui): object[] {
  return [
    {
      '@context': 'https://schema.org', '@type': 'NewsArticle', headline: settings.title[locale], description: ui.description,
      inLanguage: LANG[locale], url: absolute('/', locale), mainEntityOfPage: absolute('/', locale), image: absoluteAsset(`/share/${locale}.png`),
      license: settings.licence.url, isAccessibleForFree: true, isBasedOn: { '@type': 'CreativeWork', name: ui.bylineSpecial },
      author: { '@type': 'Organization', name: settings.publisher[locale] },
      publisher: { '@type': 'Organization', name: settings.publisher[locale] }, ...dated(locale),
    },
    datasetRecord(locale, ui),
  ];
}

import { fill } from '../copy/fill.ts';
import { stampOf } from '../copy/stamp.ts';
import { modifiedOf } from '../data/dates.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { readEmbedWords } from '../embed/words.ts';
import { correctionsUrl } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import { addressOfStep, altOfStep, chartPicture, titleOfStep, WIDTH, type Variant } from './chart.ts';
import { withFaces } from './faces.ts';
import { withTexts } from './png.ts';
import { rasterize } from './raster.ts';
import { readPictureWords } from './words.ts';

/** How many pixels of a PNG stand for one unit of the picture. */
export type Scale = 1 | 2;

/** A picture's texts that go into a PNG's metadata, by PNG's own keywords: what it shows, who made it, which data, where it is from. */
export function metadataOf({
  title,
  description,
  address,
  locale,
}: {
  title: string;
  description: string;
  address: string;
  locale: Locale;
}): Record<string, string> {
  const words = readPictureWords(locale);
  return {
    Title: title,
    Description: description,
    Author: settings.publisher[locale],
    Copyright: `${fill(readEmbedWords(locale).credit, { publisher: settings.publisher[locale] })} · ${settings.licence.name}`,
    Comment: `${stampOf(locale, tables(), correctionsUrl(locale))} · ${fill(words.address, { url: address })}`,
    'Creation Time': modifiedOf(tables()),
  };
}

/** The same for a step's picture. */
export const metadataOfStep = ({ step, locale, mapMode }: Omit<Variant, 'theme'>): Record<string, string> =>
  metadataOf({ title: titleOfStep(step, locale), description: altOfStep(step, locale, mapMode), address: addressOfStep(step, locale), locale });

/** A chart's picture as PNG. */
export const chartPng = async (variant: Variant, scale: Scale): Promise<Uint8Array> =>
  withTexts(await rasterize(chartPicture(variant), WIDTH * scale), metadataOfStep(variant));

/** A chart's picture as SVG with its own fonts. */
export const chartSvg = (variant: Variant): Promise<string> => withFaces(chartPicture(variant));

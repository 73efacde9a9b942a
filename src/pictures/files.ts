import { fill } from '../data/fill.ts';
import { stampOf } from '../copy/stamp.ts';
import { modifiedOf } from '../data/dates.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { readEmbedWords } from '../embed/words.ts';
import { escapeXml } from '../flat/picture.ts';
import { correctionsUrl } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import { addressOfStep, altOfStep, chartPicture, titleOfStep, WIDTH, type Variant } from './chart.ts';
import { withFaces } from './faces.ts';
import { withTexts } from './png.ts';
import { outlined, rasterize } from './raster.ts';
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

/** The same in an SVG, in the terms that drawing programs read (Dublin Core in RDF), at its end. */
function described(svg: string, variant: Variant): string {
  const { Copyright, Comment, 'Creation Time': day } = metadataOfStep(variant);
  const element = (name: string, text: string | undefined): string => `<dc:${name}>${escapeXml(text!)}</dc:${name}>`;
  const about = `<rdf:Description rdf:about="">${element('date', day)}${element('rights', Copyright)}${element('source', Comment)}</rdf:Description>`;
  const names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return svg.replace(/<\/svg>\s*$/, () => `<metadata><rdf:RDF ${names}>${about}</rdf:RDF></metadata></svg>`);
}

/** A chart's picture as SVG with its own fonts. */
export const chartSvg = async (variant: Variant): Promise<string> => described(await withFaces(chartPicture(variant)), variant);

/** A chart's picture as SVG with its words as curves. */
export const chartOutlines = async (variant: Variant): Promise<string> => described(new TextDecoder().decode(await outlined(chartPicture(variant))), variant);

import { fill } from '../data/fill.ts';
import { stampOf } from '../copy/stamp.ts';
import { readUi } from '../copy/ui.ts';
import { modifiedOf } from '../data/dates.ts';
import { formatsOf } from '../data/language.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import type { EmbedId } from '../embed/embeds.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { absolute, correctionsUrl } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import type { StepId } from '../story/ids.ts';
import { ARTICLE_NAMES, articleFile, type ArticleKind } from './article-files.ts';
import { altOfStep, titleOfStep } from './chart.ts';
import { metadataOf, metadataOfStep } from './files.ts';
import { CAPTIONS_NAME, KIT_STEPS, kitName, kitPath, TALL_NAME } from './kit-names.ts';
import { readKitWords } from './kit-words.ts';
import { MOVING, movingName, movingPicture } from './moving.ts';
import { withTexts } from './png.ts';
import { rasterize } from './raster.ts';
import { captionOf, tallPicture } from './tall.ts';
import { credits, uprightPicture, WIDTH } from './upright.ts';
import { readPictureWords } from './words.ts';
import { keptZip, type Files } from './zip.ts';

/** Path of an embed's moving picture. */
export const movingPath = (locale: Locale, id: EmbedId): string => kitPath(locale, movingName(id));

export const tallAlt = (locale: Locale): string => readPictureWords(locale).kitTallAlt;

/** What whoever posts the maps has to know. */
export const mapAdvice = (locale: Locale): string =>
  mapModeOf('kit') === 'schematic' ? readPictureWords(locale).kitMapNodes : readPictureWords(locale).kitMapLand;

export const stepPng = async (step: StepId, locale: Locale): Promise<Uint8Array> =>
  withTexts(await rasterize(uprightPicture(step, locale), WIDTH), metadataOfStep({ step, locale, mapMode: mapModeOf('kit') }));

export const tallPng = async (locale: Locale): Promise<Uint8Array> =>
  withTexts(
    await rasterize(tallPicture(locale), WIDTH),
    metadataOf({ title: settings.title[locale], description: tallAlt(locale), address: absolute('/', locale), locale }),
  );

/** Title and summary, caption and alternative text of each picture, then source, credit and the link to give. */
export function captions(locale: Locale): string {
  const words = readPictureWords(locale);
  const one = (step: StepId, i: number): string[] => [
    fill(words.captionLine, { number: i + 1, title: titleOfStep(step, locale) }),
    captionOf(step, locale),
    `ALT: ${altOfStep(step, locale, mapModeOf('kit'))}`,
    kitName(step),
    '',
  ];
  return [
    settings.title[locale],
    readUi(locale).standfirst,
    '',
    fill(formatsOf(locale).explained, { what: readKitWords(locale).fieldDigest, words: readKitWords(locale).digest }),
    '',
    ...KIT_STEPS.flatMap(one),
    readUi(locale).methodSuspects,
    ...credits(locale, true, KIT_STEPS),
    fill(words.kitSource, { url: absolute('/', locale) }),
    stampOf(locale, tables(), correctionsUrl(locale)),
    mapAdvice(locale),
    '',
  ].join('\n');
}

/** Every file of a kit by name. */
export async function kitFiles(locale: Locale): Promise<Files> {
  const files: Record<string, Uint8Array | string> = { [CAPTIONS_NAME]: captions(locale), [TALL_NAME]: await tallPng(locale) };
  for (const step of KIT_STEPS) files[kitName(step)] = await stepPng(step, locale);
  for (const [kind, name] of Object.entries(ARTICLE_NAMES)) files[name] = articleFile(kind as ArticleKind, locale);
  for (const id of MOVING) files[movingName(id)] = movingPicture(id, locale);
  return files;
}

export const kitZip = async (locale: Locale): Promise<Uint8Array> => keptZip(await kitFiles(locale), `kit-${locale}`, modifiedOf(tables()));

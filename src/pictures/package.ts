import { fill } from '../data/fill.ts';
import { LOCALES } from '../languages.ts';
import { noticesAt } from '../copy/notices.ts';
import { stampOf } from '../copy/stamp.ts';
import { readUi } from '../copy/ui.ts';
import { modifiedOf } from '../data/dates.ts';
import { derive } from '../data/derive.ts';
import { dataVersion } from '../data/publish.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import type { Embed } from '../embed/embeds.ts';
import { pieceOf, pictureOf } from '../embed/pieces.ts';
import { frameSnippet, loaderSnippet, pictureSnippet, type Choice } from '../embed/snippets.ts';
import { creditOf, readEmbedWords, titleOf } from '../embed/words.ts';
import { mapModeOf } from '../flat/map-modes.ts';
import { mapNote } from '../flat/map-note.ts';
import { correctionsUrl } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import { altOfStep, hasMap, titleOfStep } from './chart.ts';
import { cutFiles, cutTo } from './cut.ts';
import { chartOutlines, chartPng, chartSvg } from './files.ts';
import { everyForm, mapModesOf, nameOf, stepsAt } from './series.ts';
import { readPictureWords } from './words.ts';
import { keptZip, type Files } from './zip.ts';

const lines = (...texts: readonly string[]): string => `${texts.join('\n')}\n`;

/** What each code is, and the code. */
function snippets(embed: Embed, locale: Locale): string {
  const words = readEmbedWords(locale);
  const piece = pieceOf(embed, locale);
  const plainly: Choice = { theme: '', map: '', strict: false };
  return lines(
    `# ${words.frameTitle}`,
    words.frameNote,
    '',
    frameSnippet(piece, plainly),
    '',
    `# ${words.loaderTitle}`,
    words.loaderNote,
    '',
    loaderSnippet(piece, plainly),
    '',
    `# ${words.pictureTitle}`,
    words.pictureNote,
    '',
    pictureSnippet(pictureOf(embed, locale, 'light')),
  );
}

/** What the package holds, in one language. */
function readme(embed: Embed, locale: Locale): string {
  const words = readPictureWords(locale);
  const url = correctionsUrl(locale);
  return lines(
    fill(words.packageTitle, { title: titleOf(embed.id, locale) }),
    '',
    words.packagePictures,
    ...(embed.whole ? [words.packageStory] : []),
    words.packageData,
    words.packageTexts,
    '',
    fill(words.packageVersion, { version: dataVersion(tables()), url }),
    stampOf(locale, tables(), url),
    ...noticesAt(embed.steps, locale).map(({ text }) => text),
  );
}

function licence(locale: Locale): string {
  const words = readEmbedWords(locale);
  return lines(
    `${settings.licence.name} ${settings.licence.url}`,
    '',
    fill(words.licenceText, { licence: settings.licence.name }),
    readPictureWords(locale).fonts,
    words.licenceCare,
  );
}

const mapWords = (locale: Locale): string =>
  lines(
    ...new Set([mapModeOf('package'), 'schematic' as const].map((mapMode) => mapNote({ ...settings, mapMode }, readUi(locale)))),
    '',
    readEmbedWords(locale).mapText,
  );

/** The words of a package, each in both languages. */
export function texts(embed: Embed): Files {
  const of = (locale: Locale): [string, string][] => [
    [`readme.${locale}.txt`, readme(embed, locale)],
    [
      `alt.${locale}.txt`,
      embed.steps.map((step) => lines(titleOfStep(step, locale), ...mapModesOf(step).map((mapMode) => altOfStep(step, locale, mapMode)))).join('\n'),
    ],
    [`credit.${locale}.txt`, lines(creditOf(embed, locale))],
    [`licence.${locale}.txt`, licence(locale)],
    [`snippets.${locale}.txt`, snippets(embed, locale)],
    ...(embed.steps.some(hasMap) ? [[`map-note.${locale}.txt`, mapWords(locale)] as [string, string]] : []),
  ];
  return Object.fromEntries(LOCALES.flatMap(of));
}

/** The pictures of a package, in every form. */
async function pictures(embed: Embed): Promise<Files> {
  const files: Record<string, Uint8Array | string> = {};
  for (const variant of stepsAt(embed).flatMap(everyForm)) {
    const name = `pictures/${nameOf(variant)}`;
    files[`${name}.svg`] = await chartSvg(variant);
    files[`${name}.outlines.svg`] = await chartOutlines(variant);
    files[`${name}.png`] = await chartPng(variant, 1);
    files[`${name}@2x.png`] = await chartPng(variant, 2);
  }
  return files;
}

/** Every file of an embed's package, by its path: what another newsroom needs to print, post or embed it. */
export async function packageFiles(embed: Embed): Promise<Files> {
  const data = tables();
  const cut = embed.whole ? { tables: data, numbers: new Set([...data.facts.keys(), ...derive(data).keys()]) } : cutTo(data, embed.steps);
  const table = Object.fromEntries(Object.entries(cutFiles(data, cut)).map(([name, text]) => [`data/${name}`, text]));
  return { ...texts(embed), ...table, ...(await pictures(embed)) };
}

/** An embed's package as one zip; the same files give the same bytes. */
export const packageZip = async (embed: Embed): Promise<Uint8Array> => keptZip(await packageFiles(embed), embed.id, modifiedOf(tables()));

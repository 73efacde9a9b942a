import type WrittenFile from '#words/embed.json';
import { fill } from '../data/fill.ts';
import { numeralText } from '../copy/headlines.ts';
import { plain } from '../copy/plain.ts';
import { readTextSources } from '../copy/sources.ts';
import { readStory } from '../copy/story.ts';
import { buildTexts } from '../copy/texts.ts';
import { perTables, tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { absolute } from '../layouts/records.ts';
import { settings } from '../settings.ts';
import { EMBEDS, type Embed, type EmbedId } from './embeds.ts';

/** The texts of embeds and gallery by key. `%names%` are filled in by `fill`. */
export type EmbedWords = { readonly [Key in keyof typeof WrittenFile]: string };

const built = perTables((data) => buildTexts('embed', readTextSources('embed'), data) as Record<Locale, EmbedWords>);

/**
 * The texts of embeds and gallery in one language, from `src/content/CODE/embed.json`, read once per build; both languages are checked.
 * @throws as `buildTexts`
 */
export function readEmbedWords(locale: Locale): EmbedWords {
  return built()[locale];
}

/**
 * An embed's title, by its id; the whole story has the site's own.
 * @throws Error that names file and key if the embed has no title
 */
export function titleOf(id: EmbedId, locale: Locale): string {
  if (EMBEDS.some((embed) => embed.whole && embed.id === id)) return settings.title[locale];
  const title = (readEmbedWords(locale) as Readonly<Record<string, string>>)[`title.${id}`];
  if (title === undefined)
    throw new Error(`src/content/${locale}/embed.json: "title.${id}" is missing, expected a title: src/content/score.yaml has this embed`);
  return title;
}

/** Where an embed's story goes on: at its first step, or at the head for the whole of it. */
export const articleOf = ({ whole, steps }: Embed, locale: Locale): string => `${absolute('/', locale)}${whole ? '' : `#${steps[0]}`}`;

/** The line that goes with an embed's pictures wherever they are printed. */
export const creditOf = (embed: Embed, locale: Locale): string =>
  fill(readEmbedWords(locale).creditText, {
    title: titleOf(embed.id, locale),
    publisher: settings.publisher[locale],
    licence: settings.licence.name,
    url: articleOf(embed, locale),
  });

/** Every text of an embed's page that is set in the display face. */
export function displayText({ id, steps }: Embed, locale: Locale): string {
  const story = readStory(locale);
  return [titleOf(id, locale), ...steps.map((step) => plain(story.steps.get(step)!.title, locale, tables())), numeralText(locale)].join('\n');
}

/** Every text of the gallery that is set in the display face. */
export function galleryDisplay(embeds: readonly Embed[], locale: Locale): string {
  const { galleryTitle, wordpressTitle, kitTitle, headersTitle, promiseTitle, privacyTitle, licenceTitle, mapTitle } = readEmbedWords(locale);
  return [
    galleryTitle,
    wordpressTitle,
    kitTitle,
    headersTitle,
    promiseTitle,
    privacyTitle,
    licenceTitle,
    mapTitle,
    ...embeds.map(({ id }) => titleOf(id, locale)),
  ].join('\n');
}

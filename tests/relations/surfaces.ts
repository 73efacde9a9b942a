import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { strFromU8, unzipSync } from 'fflate';
import { LOCALES } from '../../src/languages.ts';
import { readUi } from '../../src/copy/ui.ts';
import { tables } from '../../src/data/tables.ts';
import type { Locale } from '../../src/data/types.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { changesJson, dataText } from '../../src/layouts/data-files.ts';
import { feedText } from '../../src/layouts/feed.ts';
import { articleRecords } from '../../src/layouts/records.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { officeBytes, officeFile } from '../../src/office/files.ts';
import { altOfStep, chartPicture } from '../../src/pictures/chart.ts';
import { metadataOfStep } from '../../src/pictures/files.ts';
import { movingArticle, stillsArticle } from '../../src/pictures/article.ts';
import { textOf } from '../../src/pictures/pasted.ts';
import { captions } from '../../src/pictures/kit.ts';
import { KIT_STEPS } from '../../src/pictures/kit-names.ts';
import { cutFiles, cutTo } from '../../src/pictures/cut.ts';
import { packageZip, texts } from '../../src/pictures/package.ts';
import { sharedPictures } from '../../src/pictures/share.ts';
import { TALL_STEPS, tallPicture } from '../../src/pictures/tall.ts';
import { uprightPicture } from '../../src/pictures/upright.ts';
import { STEPS } from '../../src/story/steps.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** A page as its reader has it: words without markup; a picture's rows run on, for a note is set in several. */
const read = (markup: string): string =>
  markup.replaceAll(/<style[^>]*>[^]*?<\/style>/g, '').replaceAll(/<\/text><text[^>]*>/g, '\u200B').replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
/** Without what a line’s end swallows. */
export const bare = (text: string): string => text.replaceAll(/[\s\u200B]/g, '');

/** Every text in a zip, and in the zips and office files in it; of a picture the words of its metadata. */
const unpacked = (zip: Uint8Array): string =>
  Object.entries(unzipSync(zip)).map(([path, bytes]) => (/\.(?:docx|xlsx|pptx|zip)$/.test(path) ? unpacked(bytes) : `${path}\n${strFromU8(bytes, !/\.(?:xml|rels|html|txt|csv|json|svg|png)$/.test(path))}`)).join('\n');
/** Tables that say what was: the ledger of the source, and the corrections as rows. */
const PAST = /^(?:printed|corrections)\./;

/** One output of a language. */
export interface Surface {
  locale: Locale;
  text: string;
  /** the steps that it tells; null = all */
  steps: readonly string[] | null;
}

/** Every output that says something of the numbers, by what it is: as its reader has it, and as its markup has it under `raw`. */
export async function surfaces(): Promise<Map<string, Surface & { raw: string }>> {
  const data = tables();
  const outputs = new Map<string, Surface & { raw: string }>();
  const container = await AstroContainer.create();
  const render = async (name: string, props: Record<string, unknown>): Promise<string> => {
    // Named by a variable: the type checker of modules does not read pages.
    const file = `../../src/components/${name}.astro`;
    const { default: Page } = (await import(/* @vite-ignore */ file)) as { default: Parameters<AstroContainer['renderToString']>[0] };
    return container.renderToString(Page, { props });
  };
  for (const locale of LOCALES) {
    const add = (name: string, text: string, steps: readonly string[] | null = null, raw = text): void => void outputs.set(`${name} ${locale}`, { locale, text: read(text), raw, steps });
    const page = await render('DataPage', { locale });
    add('data page', page);
    add('article', await render('Article', { locale }));
    for (const embed of EMBEDS) add(`embed ${embed.id}`, await render('Embed', { locale, embed }), embed.steps);
    add('slides', await render('SlidesPage', { locale }));
    add('file without a network', await render('OfflinePage', { locale }));
    for (const plan of PLANS) add(`lesson ${plan.id}`, await render('lesson/PlanPage', { locale, plan }));
    for (const { id } of STEPS) {
      const variant = { step: id, locale, mapMode: 'schematic' } as const;
      add(`picture ${id}`, chartPicture({ ...variant, theme: 'light' }), [id]);
      add(`picture’s text ${id}`, altOfStep(id, locale, 'schematic'), [id]);
      add(`picture’s metadata ${id}`, Object.values(metadataOfStep(variant)).join('\n'), [id]);
    }
    add('kit', captions(locale), KIT_STEPS);
    add('article to paste', textOf(movingArticle(locale)));
    add('article to paste, for stills', textOf(stillsArticle(locale)));
    for (const step of KIT_STEPS) add(`picture of the kit ${step}`, uprightPicture(step, locale), [step]);
    add('tall picture', tallPicture(locale), TALL_STEPS);
    for (const { name, draw, description } of sharedPictures(locale)) add(`card ${name}`, `${draw()}${description}`, []);
    for (const embed of EMBEDS) {
      const tables = Object.entries(cutFiles(data, cutTo(data, embed.steps)));
      const words = Object.entries(texts(embed)).filter(([name]) => name.includes(`.${locale}.`)).map(([, text]) => text as string);
      add(`package ${embed.id}`, [...words, ...tables.filter(([name]) => !PAST.test(name)).map(([, text]) => text)].join('\n'), embed.steps, [...words, ...tables.flat()].join('\n'));
    }
    for (const plan of PLANS) add(`office files ${plan.id}`, unpacked(await officeBytes(officeFile(plan.id, locale, 'pack'))));
    add('feed', feedText(locale));
    add('changes by version', changesJson());
    add('text beside the tables', dataText());
    add('records', JSON.stringify(articleRecords(locale, readUi(locale))));
  }
  // The zip of one part whole, with its pictures: those of the others are made alike.
  const part = EMBEDS.toSorted((a, b) => a.steps.length - b.steps.length)[0]!;
  const zip = unpacked(await packageZip(part));
  outputs.set('package as a zip', { locale: LOCALES[0]!, text: '', raw: zip, steps: [] });
  return outputs;
}

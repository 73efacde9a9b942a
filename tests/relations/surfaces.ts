import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { LOCALES } from '../../src/languages.ts';
import { readUi } from '../../src/copy/ui.ts';
import { tables } from '../../src/data/tables.ts';
import type { Locale } from '../../src/data/types.ts';
import { EMBEDS } from '../../src/embed/embeds.ts';
import { changesJson, dataText } from '../../src/layouts/data-files.ts';
import { feedText } from '../../src/layouts/feed.ts';
import { articleRecords } from '../../src/layouts/records.ts';
import { PLANS } from '../../src/lesson/content/plans.ts';
import { sourceLines } from '../../src/office/credit.ts';
import { altOfStep, chartPicture } from '../../src/pictures/chart.ts';
import { metadataOfStep } from '../../src/pictures/files.ts';
import { captions } from '../../src/pictures/kit.ts';
import { texts } from '../../src/pictures/package.ts';
import { STEPS } from '../../src/story/steps.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** A page as its reader has it: words without markup; a picture's rows run on, for a note is set in several. */
const read = (markup: string): string =>
  markup.replaceAll(/<style[^>]*>[^]*?<\/style>/g, '').replaceAll(/<\/text><text[^>]*>/g, '\u200B').replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
/** Without what a line’s end swallows. */
export const bare = (text: string): string => text.replaceAll(/[\s\u200B]/g, '');

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
    const add = (name: string, text: string, steps: readonly string[] | null = null): void => void outputs.set(`${name} ${locale}`, { locale, text: read(text), raw: text, steps });
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
    add('kit', captions(locale), []);
    for (const embed of EMBEDS) add(`package ${embed.id}`, texts(embed)[`readme.${locale}.txt`] as string, embed.steps);
    add('office files', sourceLines(locale, data).join('\n'));
    add('feed', feedText(locale));
    add('changes by version', changesJson());
    add('text beside the tables', dataText());
    add('records', JSON.stringify(articleRecords(locale, readUi(locale))));
  }
  return outputs;
}

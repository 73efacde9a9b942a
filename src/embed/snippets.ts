import type { Heights } from './heights.ts';
import { NARROW } from './heights.ts';

/** What an editor chose in the gallery. */
export interface Choice {
  theme: '' | 'light' | 'dark' | 'auto';
  map: '' | 'schematic';
  /** the frame may open no window */
  strict: boolean;
  /** the step that it begins at, unless at the first */
  step?: string;
}

/** What a snippet says of one embed, in the language chosen. Addresses are absolute. */
export interface Piece {
  id: string;
  lang: string;
  title: string;
  frame: string;
  loader: string;
  article: string;
  heights: Heights;
}

/** What a snippet says of one picture. Addresses are absolute. */
export interface Picture {
  src: string;
  srcset: string;
  alt: string;
  article: string;
  credit: string;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Query = Pick<Choice, 'theme' | 'map' | 'step'>;
/** What departs from the embed as it is. */
const chosen = ({ theme, step = '', map }: Query): [name: string, value: string][] => Object.entries({ theme, step, map }).filter(([, value]) => value !== '');

/** The address of an embed with what was chosen in its query. */
export function frameAddress(frame: string, query: Query): string {
  const pairs = new URLSearchParams(chosen(query));
  return pairs.size > 0 ? `${frame}?${pairs}` : frame;
}

/** The article's address at the step that an embed begins at. */
export const articleAt = (article: string, { step = '' }: Pick<Choice, 'step'>): string => (step === '' ? article : new URL(`#${step}`, article).href);

/** The width of a column that stands in a frame's attribute, px; its styles make it as wide as there is room. */
const COLUMN = 600;

/**
 * A frame that needs no script in the host's page. Its height follows its width by CSS alone; where a host strips styles,
 * the attributes `width` and `height` hold, and the height is enough for a phone.
 */
export function frameSnippet({ title, frame, article, heights: [narrow, wider] }: Piece, choice: Choice): string {
  const sandbox = `allow-scripts${choice.strict ? '' : ' allow-popups allow-popups-to-escape-sandbox'}`;
  return [
    `<div style="position:relative;padding-bottom:clamp(${wider}px,(${NARROW}px - 100%)*999,${narrow}px)">`,
    `<iframe src="${attribute(frameAddress(frame, choice))}" title="${attribute(title)}" width="${COLUMN}" height="${narrow}" loading="lazy" referrerpolicy="no-referrer" sandbox="${sandbox}" style="position:absolute;inset:0;width:100%;height:100%;border:0"></iframe>`,
    '</div>',
    `<p><a href="${attribute(articleAt(article, choice))}">${attribute(title)}</a></p>`,
  ].join('\n');
}

/** A place for our loader, which fits the height exactly. The link stands until the frame does, and is its title. */
export function loaderSnippet({ id, lang, title, loader, article, heights }: Piece, choice: Choice): string {
  const data = [...chosen(choice).map(([name, value]) => ` data-${name}="${attribute(value)}"`), choice.strict ? ' data-strict' : ''].join('');
  return [
    `<div data-two-lines="${id}" data-lang="${lang}"${data} data-heights="${heights.join(' ')}"><a href="${attribute(articleAt(article, choice))}">${attribute(title)}</a></div>`,
    `<script async src="${attribute(loader)}"></script>`,
  ].join('\n');
}

/** A picture for pages that take neither frame nor script. */
export function pictureSnippet({ src, srcset, alt, article, credit }: Picture): string {
  return [
    '<figure>',
    `<a href="${attribute(article)}"><img src="${attribute(src)}" srcset="${attribute(srcset)}" alt="${attribute(alt)}" loading="lazy"></a>`,
    `<figcaption>${attribute(credit)}</figcaption>`,
    '</figure>',
  ].join('\n');
}

import { heightByWidth, WIDEST, type Heights } from './room.ts';

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
  /** as it is drawn, px */
  width: number;
  alt: string;
  article: string;
  credit: string;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Query = Pick<Choice, 'theme' | 'map' | 'step'>;
/** What departs from the embed as it is. */
const chosen = ({ theme, step = '', map }: Query): [name: string, value: string][] =>
  Object.entries({ theme, step, map }).filter(([, value]) => value !== '');

/** The address of an embed with what was chosen in its query. */
export function frameAddress(frame: string, query: Query): string {
  const pairs = new URLSearchParams(chosen(query));
  return pairs.size > 0 ? `${frame}?${pairs}` : frame;
}

/** The article's address at the step that an embed begins at. */
export const articleAt = (article: string, { step = '' }: Pick<Choice, 'step'>): string =>
  step === '' ? article : new URL(`#${step}`, article).href;

/** Where a host strips styles, frame and picture are as wide as this, px: no column is narrower, and a phone's card is whole. */
const STRIPPED = 320;

/** Rules that none of the host's overrides, as an attribute. */
const styled = (...rules: string[]): string => `style="${rules.map((rule) => `${rule}!important`).join(';')}"`;

/**
 * A frame that needs no script in the host's page. A column that shrinks to its content is as wide as it can be, and the height
 * follows the width by CSS alone: an empty line as high as the card shares its cell. Where a host strips that line, the height
 * is enough for a wide column; where it strips all styles, the attributes hold.
 */
export function frameSnippet({ title, frame, article, heights }: Piece, choice: Choice): string {
  const [narrow, wider] = heights;
  const sandbox = `allow-scripts${choice.strict ? '' : ' allow-popups allow-popups-to-escape-sandbox'}`;
  const cell = 'grid-area:1/1';
  const size = [
    `width:${WIDEST}px`,
    'min-width:100%',
    'max-width:100%',
    'height:100%',
    `min-height:${wider}px`,
    'max-height:none',
    'aspect-ratio:auto',
  ];
  return [
    `<div ${styled('display:grid', 'grid-template-columns:minmax(0,1fr)')}>`,
    `<span ${styled('display:block', cell, `padding:0 0 ${heightByWidth(heights)}`)}></span>`,
    `<iframe src="${attribute(frameAddress(frame, choice))}" title="${attribute(title)}" width="${STRIPPED}" height="${narrow}" loading="lazy" referrerpolicy="no-referrer" sandbox="${sandbox}" ${styled(cell, ...size, 'margin:0', 'border:0', 'padding:0')}></iframe>`,
    `<p><a href="${attribute(articleAt(article, choice))}">${attribute(title)}</a></p>`,
    '</div>',
  ].join('\n');
}

/** A place for our loader, which fits the height exactly. The link stands until the frame does, and is its title. */
export function loaderSnippet({ id, lang, title, loader, article, heights }: Piece, choice: Choice): string {
  const data = [...chosen(choice).map(([name, value]) => ` data-${name}="${attribute(value)}"`), choice.strict ? ' data-strict' : ''].join('');
  return [
    `<div data-scroll-story="${id}" data-lang="${lang}"${data} data-heights="${heights.join(' ')}"><a href="${attribute(articleAt(article, choice))}">${attribute(title)}</a></div>`,
    `<script async src="${attribute(loader)}"></script>`,
  ].join('\n');
}

/** A picture for pages that take neither frame nor script, never wider than its column, with its styles and without. */
export function pictureSnippet({ src, srcset, alt, article, credit, width }: Picture): string {
  return [
    '<figure>',
    `<a href="${attribute(article)}"><img src="${attribute(src)}" srcset="${attribute(srcset)}" alt="${attribute(alt)}" width="${STRIPPED}" loading="lazy" ${styled(`width:${width}px`, 'max-width:100%', 'height:auto')}></a>`,
    `<figcaption>${attribute(credit)}</figcaption>`,
    '</figure>',
  ].join('\n');
}

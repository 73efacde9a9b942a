import { escapeXml } from '../flat/picture.ts';
import type { Span } from './spans.ts';

/** Escapes a text for XML, in an attribute too; signs that XML does not know are left out. */
export const xml = (text: string): string => escapeXml(text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''));

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const NAMES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relation: what kind, and the part that it leads to, as its owner sees it; an address outside the file has `outside`. */
export interface Relation {
  kind: string;
  target: string;
  outside?: boolean;
}

/** A list of relations; the first is `rId1`. */
export const relations = (list: readonly Relation[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ({ kind, target, outside }, i) =>
        `<Relationship Id="rId${i + 1}" Type="${kind.startsWith('http') ? kind : `${RELATIONS}/${kind}`}" Target="${xml(target)}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** A box in English Metric Units, 914,400 to the inch. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}
export const xfrm = ({ x, y, width, height }: Place, name = 'a:xfrm'): string =>
  `<${name}><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></${name}>`;

/** Runs of a paragraph. Size, face and colour are the master's: a run says only what is bold or aslant. */
export const runs = (spans: readonly Span[], lang: string): string =>
  spans
    .map(
      ({ text, bold, italics }) =>
        `<a:r><a:rPr lang="${lang}" altLang="en-US"${bold ? ' b="1"' : ''}${italics ? ' i="1"' : ''} dirty="0"/><a:t>${xml(text)}</a:t></a:r>`,
    )
    .join('');

export const paragraphs = (list: readonly (readonly Span[])[], lang: string, properties = ''): string =>
  list.length === 0 ? '<a:p/>' : list.map((spans) => `<a:p>${properties}${runs(spans, lang)}</a:p>`).join('');

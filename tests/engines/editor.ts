import { readFileSync } from 'node:fs';
import { ARTICLE_ELEMENTS } from '../../src/pictures/left.ts';
import { MOVING_RULES } from '../../src/pictures/moving-rules.ts';

/** Where a server of the tests shows the editor. */
export const EDITOR_PATH = '/editor.html';

const PURIFY = 'node_modules/dompurify/dist/purify.min.js';

/** For each element the attributes that are kept: all that we let pass, or those alone that a list of practitioners has. */
const kept = (isKept: (standing: string) => boolean): Record<string, string[]> => ({
  ...Object.fromEntries(ARTICLE_ELEMENTS.map((element) => [element, ['style']])),
  ...Object.fromEntries(Object.entries(MOVING_RULES).map(([element, rules]) => [
    element.toLowerCase(), Object.entries(rules).flatMap(([name, { standing }]) => (isKept(standing) ? [name.toLowerCase()] : [])),
  ])),
});

/**
 * A rich-text editor as an official account has one: it reads the clipboard's HTML in its own handler, and keeps of it what is on
 * a list (DOMPurify). What it got stands in `pasted`; `#usual` shows what is let pass by our rules, `#strict` what is on the lists alone.
 */
export const editorPage = (): string => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>Editor</title><link rel="icon" href="data:,"></head><body>
<div id="usual" contenteditable="true" style="width:375px;min-height:40px"></div><div id="strict" style="width:375px"></div>
<script>${readFileSync(PURIFY, 'utf8').replaceAll('</script', '<\\/script')}</script>
<script>
var lists = ${JSON.stringify({ usual: kept(() => true), strict: kept((standing) => standing === 'listed') })};
var pasted;
function clean(html, name) {
  var list = lists[name];
  var names = [].concat.apply([], Object.keys(list).map(function (element) { return list[element] }));
  DOMPurify.removeAllHooks();
  DOMPurify.addHook('uponSanitizeAttribute', function (node, data) {
    data.keepAttr = (list[node.nodeName.toLowerCase()] || []).indexOf(data.attrName.toLowerCase()) >= 0;
  });
  return DOMPurify.sanitize(html, { ALLOWED_TAGS: Object.keys(list).concat('#text'), ALLOWED_ATTR: names, ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false });
}
document.querySelector('#usual').addEventListener('paste', function (event) {
  event.preventDefault();
  pasted = { html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') };
  for (var name in lists) document.getElementById(name).innerHTML = clean(pasted.html, name);
});
</script></body></html>`;

/** What is compared of an article, in a page: its words, its pictures' shapes, what moves them. */
export interface Told {
  words: string;
  /** of each picture: its elements but for those that move it, each with its attributes */
  pictures: string[];
  /** elements that move something */
  moving: number;
  /** pictures that take no room */
  empty: number;
}

/** Runs in the editor's page: what stands in an element, or in a file of the site. */
export async function toldOf(where: string): Promise<Told> {
  const MOVERS = 'animate, set, animateTransform, animateMotion';
  const inFile = where.startsWith('/');
  const root = inFile ? new DOMParser().parseFromString(await (await fetch(where)).text(), 'text/html').body : document.querySelector(where)!;
  const written = (each: Element): string =>
    `${each.nodeName} ${Array.from(each.attributes, ({ name, value }) => `${name}=${value}`).filter((pair) => !pair.startsWith('xmlns')).sort().join(' ')}`;
  const svgs = Array.from(root.querySelectorAll('svg'));
  return {
    words: (root.textContent ?? '').replaceAll(/\s+/g, ''),
    pictures: svgs.map((svg) => [svg, ...Array.from(svg.querySelectorAll('*')).filter((each) => !each.matches(MOVERS))].map(written).join('\n')),
    moving: root.querySelectorAll(MOVERS).length,
    empty: inFile ? 0 : svgs.filter((svg) => svg.getBoundingClientRect().height < 100).length,
  };
}

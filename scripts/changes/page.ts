import { DEFAULT_LOCALE, LANG, LOCALES } from '../../src/languages.ts';
import type { Bilingual } from '../../src/data/types.ts';
import type { Changed, Changes, WordsChanged } from './compare.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const WITHHELD = '已撤回，不再显示 / Withdrawn, not shown';
const NONE = '无 / none';
const STYLE = `body{max-width:1100px;margin:2rem auto;padding:0 1rem;font:16px/1.6 system-ui,sans-serif;color:#1a1d21}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .6rem;text-align:left;vertical-align:top}
del{background:#fbe3df;text-decoration:none}ins{background:#dff1e0;text-decoration:none}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}figure{margin:0}img{width:100%;height:auto;border:1px solid #bbb}@media print{.two{break-inside:avoid}}`;

const spoken = (text: Bilingual | undefined): string => (text === undefined ? NONE : [...new Set(LOCALES.map((locale) => escape(text[locale])))].join('<br>'));
const before = ({ was, withheld }: Changed): string => (withheld ? WITHHELD : spoken(was));

const words = ({ where, gone, come, withheld }: WordsChanged): string =>
  `<h3>${escape(where)}</h3>${gone.map((each) => `<p><del>− ${escape(each)}</del></p>`).join('')}${withheld ? `<p>− ${WITHHELD}</p>` : ''}${come.map((each) => `<p><ins>+ ${escape(each)}</ins></p>`).join('')}`;

const number = (each: Changed): string =>
  `<tr><th scope="row"><code>${each.id}</code> ${spoken(each.label)}</th><td>${before(each)}</td><td>${spoken(each.is)}</td></tr>`;

/** A picture as an image of its own: its styles and ids stay apart from those of its neighbour. */
const image = (svg: string, alt: string): string => `<img alt="${escape(alt)}" src="data:image/svg+xml,${encodeURIComponent(svg)}">`;

/** A step's picture before and now, in the first language in which it differs. */
function picture(each: Changed): string {
  const locale = LOCALES.find((one) => each.was?.[one] !== each.is?.[one]) ?? DEFAULT_LOCALE;
  const figure = (side: 'was' | 'is', caption: string): string => {
    const svg = each[side]?.[locale];
    const shown = svg === undefined ? `<p>${side === 'was' && each.withheld ? WITHHELD : NONE}</p>` : image(svg, `${each.label[locale]}: ${caption}`);
    return `<figure><figcaption>${caption}</figcaption>${shown}</figure>`;
  };
  return `<h3><code>${each.id}</code> ${spoken(each.label)}</h3><div class="two">${figure('was', '已发布 / published')}${figure('is', '现在 / now')}</div>`;
}

/** One page with all that changed, for whoever answers for it. It needs no other file. */
export function changesPage(changes: Changes): string {
  const part = (title: string, items: readonly string[], wrap = (inside: string): string => inside): string =>
    `<h2>${title} (${items.length})</h2>${items.length === 0 ? `<p>${NONE}</p>` : wrap(items.join(''))}`;
  const table = (rows: string): string => `<table><thead><tr><th scope="col">编号 / id</th><th scope="col">已发布 / published</th><th scope="col">现在 / now</th></tr></thead><tbody>${rows}</tbody></table>`;
  const { published, modified, version } = changes;
  return `<!doctype html>
<html lang="${LANG[DEFAULT_LOCALE]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>改动一览 / What changed</title><style>${STYLE}</style></head><body>
<h1>改动一览 / What changed</h1>
<p>与已发布的状态相比：${published}发布，最近更改${modified}，数据版本${version}。<br>Compared with what is published: of ${published}, last changed ${modified}, data version ${version}.</p>
${part('更正与撤回 / Corrections and withdrawals', changes.notices.map((text) => `<p>${escape(text)}</p>`))}
${part('文字 / Words', changes.words.map(words))}
${part('数字 / Numbers', changes.numbers.map(number), table)}
${part('图 / Pictures', changes.pictures.map(picture))}
</body></html>
`;
}

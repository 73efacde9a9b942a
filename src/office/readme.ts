import { fill } from '../data/fill.ts';
import { LANG } from '../languages.ts';
import { plain } from '../copy/plain.ts';
import { tables } from '../data/tables.ts';
import type { Locale } from '../data/types.ts';
import { escapeXml } from '../flat/picture.ts';
import { schemeOf, tokensOf } from '../flat/theme.ts';
import { absolute } from '../layouts/records.ts';
import type { Plan } from '../lesson/content/types.ts';
import { readLesson } from '../lesson/content/words.ts';
import { settings } from '../settings.ts';
import { sourceLines } from './credit.ts';
import type { OfficeKind } from './files.ts';
import { readOffice } from './words.ts';

/** Styles of the page: it has to stand alone, in a folder on a teacher's computer. */
function styleOf(): string {
  const { ground, ink, muted, fallen, rule, accent } = tokensOf('day') as Record<string, string>;
  return `:root{color-scheme:${schemeOf('day')}}body{max-width:42rem;margin:2rem auto;padding:0 1rem;background:${ground};color:${ink};font:1rem/1.7 system-ui,sans-serif}h1{font-size:1.5rem;line-height:1.3}h2{margin:2rem 0 .5rem;color:${fallen};font-size:1.1rem}dt{font-weight:700}small{color:${muted};font-weight:400}dd{margin:0 0 .8rem}a{color:${accent}}footer{margin-top:2rem;border-top:1px solid ${rule};padding-top:1rem;color:${muted};font-size:.875rem}`;
}

/**
 * The page that lies with a plan's files: what to open, what to print, what to hand out.
 * @param nameOf what a file is called beside the page
 */
export function readmeOf(plan: Plan, locale: Locale, nameOf: (kind: OfficeKind) => string): string {
  const { ui } = readOffice(locale);
  const lesson = readLesson(locale);
  const title = fill(ui.readmeTitle, { title: plain(lesson.plans[plan.id].title, locale, tables()), minutes: plan.minutes });
  const address = (url: string): string => `<a href="${escapeXml(url)}">${escapeXml(url.replace(/^mailto:/, ''))}</a>`;
  const linked = (text: string, name: string, url: string): string => escapeXml(fill(text, { [name]: '\0' })).replace('\0', address(url));
  const group = (head: string, files: readonly (readonly [OfficeKind, string])[]): string =>
    `<h2>${escapeXml(head)}</h2><dl>${files.map(([kind, words]) => `<dt><a href="${nameOf(kind)}">${escapeXml(ui[kind])}</a> <small>${nameOf(kind)}</small></dt><dd>${escapeXml(words)}</dd>`).join('')}</dl>`;
  const paragraphs = [
    linked(ui.readmeCare, 'url', absolute('/lesson/care/', locale)),
    escapeXml(ui.readmeKeep),
    escapeXml(ui.readmeFonts),
    linked(ui.readmeTried, 'contact', settings.correctionsContact),
  ];
  const groups = [
    group(ui.readmeOpen, [
      ['deck', ui.readmeDeck],
      ['plan', ui.readmePlan],
    ]),
    group(ui.readmePrint, [
      ['sheet', ui.readmeSheet],
      ['key', ui.readmeKey],
    ]),
    group(ui.readmeHand, [['book', ui.readmeBook]]),
  ];
  return [
    `<!doctype html><html lang="${LANG[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(title)}</title><style>${styleOf()}</style></head><body>`,
    `<main><h1>${escapeXml(title)}</h1><p>${escapeXml(ui.readmeLead)}</p>${groups.join('')}${paragraphs.map((words) => `<p>${words}</p>`).join('')}</main>`,
    `<footer>${sourceLines(locale, tables())
      .map((line) => `<p>${escapeXml(line)}</p>`)
      .join('')}</footer></body></html>\n`,
  ].join('');
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inside } from '../copy/href.ts';
import { stampOf } from '../copy/stamp.ts';
import { modifiedOf } from '../data/dates.ts';
import { tables } from '../data/tables.ts';
import { correctionsUrl } from '../layouts/records.ts';
import { SHEET_FILES } from '../lesson/content/pdf.ts';

/** A worksheet is one sheet of paper, both sides; its key has a page more, for help and the step further. */
const MOST_PAGES = { sheet: 2, key: 3 };
/** No server runs: every request to this host is answered from the built folder. */
const ORIGIN = 'http://worksheets.invalid';

/** How many pages a PDF of Chromium has. */
export const countPages = (pdf: Uint8Array): number =>
  (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g) ?? []
  ).length;

/** A text as PDF writes one of any language: UTF-16 in hexadecimal digits. */
const hexOf = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/**
 * A PDF of Chromium that says of which day it is, never the clock's, and what it rests on. The dates are set where they stand, for they are of
 * one length; the subject is an update after its end (ISO 32000-1, 7.5.6). A file of another form has its dates alone.
 * @param day `YYYY-MM-DD`
 * @param subject version and day of the data, and where corrections stand
 */
export function describedPdf(pdf: Uint8Array, day: string, subject: string): Uint8Array {
  const dated = Buffer.from(pdf).toString('latin1').replaceAll(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, (_, key: string) => `${key}${day.replaceAll('-', '')}000000`);
  const info = /^1 0 obj\n<<([^]*?)>>\nendobj/m.exec(dated);
  const end = /trailer\n<<(\/Size \d+\n\/Root \d+ 0 R\n\/Info 1 0 R)>>\nstartxref\n(\d+)\n%%EOF\s*$/.exec(dated);
  if (!info || !end) return Buffer.from(dated, 'latin1');
  const whole = dated.endsWith('\n') ? dated : `${dated}\n`;
  const object = `1 0 obj\n<<${info[1]}\n/Subject ${hexOf(subject)}>>\nendobj\n`;
  const table = `xref\n1 1\n${String(whole.length).padStart(10, '0')} 00000 n \ntrailer\n<<${end[1]}\n/Prev ${end[2]}>>\nstartxref\n${whole.length + object.length}\n%%EOF\n`;
  return Buffer.from(whole + object + table, 'latin1');
}

/**
 * Prints every worksheet of a built site to PDF, into the site.
 * @param folder the built site
 * @param base path that it was built for; begins and ends with `/`
 * @param executablePath the browser that prints
 * @returns a sentence for each worksheet that takes more pages than it has sheets: other fonts than ours may be wider
 * @throws Error that names a worksheet which the site does not have
 */
export async function printWorksheets(folder: string, base: string, executablePath: string): Promise<string[]> {
  const [{ chromium }, { CHROMIUM_FLAGS }, { answer }] = await Promise.all([
    import('@playwright/test'),
    import('../../scripts/browser.ts'),
    import('../../scripts/serve.ts'),
  ]);
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  const long: string[] = [];
  try {
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const found = answer(folder, base, pathname);
      return found.kind === 'file' ? route.fulfill({ status: found.status, body: readFileSync(found.file), contentType: found.type }) : route.abort();
    });
    for (const { page: path, pdf, locale, key } of SHEET_FILES) {
      const address = inside(path, locale, base);
      const response = await page.goto(`${ORIGIN}${address}`);
      if (response?.status() !== 200) throw new Error(`${address}: no such page in ${folder}, expected a worksheet to print`);
      await page.evaluate(() => document.fonts.ready);
      const file = join(folder, pdf);
      mkdirSync(dirname(file), { recursive: true });
      const data = tables();
      const printed = describedPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }), modifiedOf(data), stampOf(locale, data, correctionsUrl(locale)));
      writeFileSync(file, printed);
      const pages = countPages(printed);
      const most = key ? MOST_PAGES.key : MOST_PAGES.sheet;
      if (pages > most)
        long.push(
          `${address} prints on ${pages} pages, expected at most ${most}: shorten a text, or ask for fewer lines in src/lesson/content/worksheet.ts`,
        );
    }
  } finally {
    await browser.close();
  }
  return long;
}

/** The browser that could print, or a sentence that says what is missing. `WORKSHEET_PDFS=off` does without. */
async function findPrinter(): Promise<{ path: string } | { missing: string }> {
  if (process.env['WORKSHEET_PDFS'] === 'off') return { missing: 'switched off by WORKSHEET_PDFS' };
  const { planBrowser, thisMachine } = await import('../../scripts/browser.ts');
  const plan = planBrowser(thisMachine());
  if (plan.kind === 'use') return { path: plan.path };
  return { missing: plan.kind === 'stop' ? plan.sentence : `${plan.packages.join(' and ')} would have to be installed` };
}

/**
 * Astro integration: after a build prints the worksheets to `lesson/pdf/`, if a browser is at hand. Pages link to them only
 * then: `import.meta.env.HAS_WORKSHEET_PDFS` says so. Without a browser the build says in one line that there are none.
 */
export function worksheetPdfs(): AstroIntegration {
  let printer: Awaited<ReturnType<typeof findPrinter>> = { missing: '' };
  let base = '/';
  return {
    name: 'worksheet-pdfs',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        base = config.base;
        if (command === 'build') printer = await findPrinter();
        updateConfig({ vite: { define: { 'import.meta.env.HAS_WORKSHEET_PDFS': JSON.stringify('path' in printer) } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        if ('path' in printer) {
          for (const sentence of await printWorksheets(fileURLToPath(dir), base, printer.path)) logger.warn(sentence);
          logger.info(`${SHEET_FILES.length} worksheets printed to lesson/pdf/`);
        } else {
          logger.warn(`no worksheets as PDF, and no links to them: ${printer.missing}`);
        }
      },
    },
  };
}

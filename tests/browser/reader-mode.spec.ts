import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, gotoStory, test } from './support.ts';

/** What Firefox's reader mode and many apps make of a page, as a program that gives `Readability`. */
const READABILITY = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');

for (const path of ['', 'en/']) {
  for (const scripts of [true, false]) {
    test.describe(`/${path} ${scripts ? 'alive' : 'without its program'}`, () => {
      // Reader mode takes styles off and puts own ones on, on its copy of the page.
      test.use({ viewport: { width: 390, height: 844 }, expectedErrors: [/Applying inline style violates/] });

      test('reader mode loses no chapter, step or caption, and keeps their order', async ({ page }) => {
        if (!scripts) await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
        await gotoStory(page, path);
        const { told, kept } = await page.evaluate((program) => {
          // Reader mode leaves the sign of our own figures out, which is only seen, and keeps the words beside it.
          const SPACE_AND_SIGN = /\s+|ƒ/g;
          const words = (parts: Iterable<Element>): string[] => [...parts].map((each) => each.textContent.replaceAll(SPACE_AND_SIGN, ''));
          const told = words(document.querySelectorAll('main :is(.chapter-head[id] h2, .plain h2, .step h3, figcaption, .plain li)'));
          const Readability = new Function('module', `${program}; return Readability`)({}) as new (page: Document) => { parse(): { textContent: string } | null };
          return { told, kept: new Readability(document.cloneNode(true) as Document).parse()?.textContent.replaceAll(SPACE_AND_SIGN, '') ?? '' };
        }, READABILITY);
        expect(told.length).toBeGreaterThan(50);
        let at = 0;
        const lost = told.filter((text) => {
          const found = kept.indexOf(text, at);
          if (found >= 0) at = found + text.length;
          return found < 0;
        });
        expect(lost).toEqual([]);
      });
    });
  }
}

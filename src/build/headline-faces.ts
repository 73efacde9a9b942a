import { headlineText } from '../copy/headlines.ts';
import { LOCALES } from '../languages.ts';
import { lessonHeadlines } from '../lesson/content/headlines.ts';
import { describeMissing, facesOf } from './faces.ts';

/** @throws Error that names every character of a headline, in any language, that no display face of it has, with file, line and column */
export function checkHeadlineFaces(): void {
  const faults = LOCALES.flatMap((locale) => {
    const text = `${headlineText(locale)}\n${lessonHeadlines(locale)}`;
    const { display } = facesOf(locale);
    const missing = [...new Set(text)].filter((character) => !/\p{Cc}/u.test(character) && !display.some(({ drawable }) => drawable.has(character.codePointAt(0)!)));
    return missing.length === 0 ? [] : [describeMissing(locale, text, missing, display, `the ${locale} headlines`)];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

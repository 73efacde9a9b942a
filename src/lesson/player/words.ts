/** The words of one slide, as HTML where they hold emphasis or numbers. */
export interface SlideWords {
  kicker: string;
  title: string;
  /** paragraphs: a step's text, a question, a slide of words */
  body: readonly string[];
  hints: readonly string[];
  /** paragraphs of a worked answer, or what to ask after a guess */
  answer: readonly string[];
  /** for the teacher */
  notes: readonly string[];
  /** what the picture shows, for a screen reader */
  alt: string;
}

/** Part of the browser that knows text which may become markup; older ones have none. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): string };
}

// Where a host asks for Trusted Types, the page's own words are marked as such here and nowhere else.
const ours = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('story-words', { createHTML: (html) => html });

/** What an element of the page holds, as HTML that may be put into the page again. */
function markupOf(element: HTMLElement): string {
  const html = element.innerHTML.trim();
  return ours?.createHTML(html) ?? html;
}

/** On a slide a number is bold and no link, and a term is plain: a click there turns the slide, and a stray one must not leave the lesson. */
function withoutLinks(element: HTMLElement): string {
  for (const term of element.querySelectorAll('a[href*="/glossary/#"]')) term.replaceWith(...term.childNodes);
  for (const link of element.querySelectorAll('a')) {
    const words = document.createElement('b');
    words.className = link.className;
    words.append(...link.childNodes);
    link.replaceWith(words);
  }
  return markupOf(element);
}

/** Takes a slide's words from the page; the page is ours, and its HTML was made at build. */
function wordsIn(article: HTMLElement): SlideWords {
  const part = (name: string): HTMLElement | null => article.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const text = (name: string): string => part(name)?.textContent.trim() ?? '';
  const each = (name: string): HTMLElement[] => [...article.querySelectorAll<HTMLElement>(`[data-part="${name}"] :is(p, li)`)];
  const paragraphs = (name: string): string[] => each(name).map(withoutLinks);
  return {
    kicker: text('kicker'), title: text('title'), body: paragraphs('body'), hints: paragraphs('hints'),
    answer: paragraphs('answer'), notes: each('notes').map(markupOf), alt: text('alt'),
  };
}

/**
 * Takes the words of all slides out of the page, so that what is covered is nowhere in it.
 * @returns the words by id of the slide
 */
export function takeWords(root: HTMLElement): ReadonlyMap<string, SlideWords> {
  const found = new Map([...root.querySelectorAll<HTMLElement>('[data-slide]')].map((article) => [article.dataset['slide']!, wordsIn(article)]));
  root.remove();
  return found;
}

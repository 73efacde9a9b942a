import { HtmlValidate } from 'html-validate';

const OURS = {
  // Svelte writes `<input/>`: valid HTML, and no reader or browser tells it from `<input>`.
  'void-style': 'off',
  // A rule for search results, which cut a long title; here the story's name stands last and may go.
  'long-title': 'off',
} as const;
const KEPT = ['html-validate:recommended', 'html-validate:a11y'];

/** The rules for every page: what html-validate recommends, and all of its rules for access, but these. */
export const rules = new HtmlValidate({ root: true, extends: KEPT, rules: OURS });

/** The rules for the article to paste, in which styles stand in the tags. */
export const pastedRules = new HtmlValidate({ root: true, extends: KEPT, rules: { ...OURS, 'no-inline-style': 'off' } });

/**
 * Keeps an element's words, set whole. A translator in the browser puts its own elements in the place of text nodes, so words
 * that change have to belong to an element of ours: Svelte would go on writing into a text node that has left the page.
 * The element's first words stand in its markup, for a reader without scripts.
 * @returns an attachment, for `{@attach says(words)}`
 */
export const says = (words: string) => (element: Element): void => {
  if (element.textContent !== words) element.textContent = words;
};

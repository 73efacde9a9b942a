/** Shows every button marked `data-print`, which is of no use without a script, and lets it print the page. */
export function printOnClick(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

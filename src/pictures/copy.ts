import { fill } from '../data/fill.ts';
import { htmlOf, textOf, type Piece } from './pasted.ts';

/** What the kit's page hands to its program. */
export interface CopyPayload {
  /** what can be copied, by name */
  copies: Readonly<Record<string, readonly Piece[]>>;
  /** “Copied: %what%”, “Not copied: %what%” */
  words: { copied: string; failed: string };
}

/**
 * Runs in the browser. Copies as rich text and as plain text, in the handler of a press: of all ways only a `copy` event hands the
 * markup on as it is in every engine, animations and all.
 * @returns whether the browser let it be written
 */
export function copyPieces(pieces: readonly Piece[]): boolean {
  const [html, text] = [htmlOf(pieces), textOf(pieces)];
  let written = false;
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    if (!event.clipboardData) return;
    if (html !== '') event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    written = true;
  };
  document.addEventListener('copy', write, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', write);
  return done && written;
}

/** Each button copies what it names, and the page says what came of it, to the eye and to a screen reader. */
export function startCopying(): void {
  // Left alone where the browser is too old (src/scroll/boot.ts).
  if (document.documentElement.dataset['js'] === undefined) return;
  const { copies, words } = JSON.parse(document.querySelector('#payload')!.textContent) as CopyPayload;
  const said = document.querySelector('.toast')!;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
    const { copies: name, picture } = button.dataset;
    button.addEventListener('click', () => {
      const pieces = copies[name!]!.filter(({ moving }) => picture === undefined || moving === picture);
      const outcome = copyPieces(pieces) ? words.copied : words.failed;
      // Emptied first: the same words twice would be passed over.
      said.textContent = '';
      setTimeout(() => (said.textContent = fill(outcome, { what: button.textContent })));
    });
  }
  document.documentElement.dataset['live'] = '';
}

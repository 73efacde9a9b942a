import { note } from './address.ts';

/** How the reader takes the story: it moves with the scroll, it shows whole steps only, or it lies flat. */
export type Mode = 'scroll' | 'still' | 'flat';

const MODES: readonly string[] = ['scroll', 'still', 'flat'];

/**
 * A screen with no room for a drawing that stays beside or above the text: there the story lies flat. A desk's zoom makes it
 * such a screen, and the drawing's words would be smaller on the glass than before. A tall screen has room above the text, and
 * a phone on its side, more than twice as wide as high, has it beside the text: the words are then as large as the height allows.
 */
export const CRAMPED =
  '(max-width:699px) and (min-aspect-ratio:1/1),(max-width:699px) and (max-height:399px),(max-width:852px) and (min-aspect-ratio:1/1) and (max-aspect-ratio:2/1)';

/** The mode that the page is in: flat as well where it has fallen back to that (`src/scroll/boot.ts`). */
export function currentMode(): Mode {
  const { js, mode } = document.documentElement.dataset;
  if (js === undefined) return 'flat';
  return MODES.includes(mode ?? '') ? (mode as Mode) : 'scroll';
}

/** Buttons that turn the motion off and on, and lay the story flat and back; flat without being asked where the screen is cramped. */
export function listenToControls(change: (mode: Mode) => void): void {
  const said = document.querySelector<HTMLElement>('[data-said]')!;
  const press = (selector: string, next: () => Mode): void => {
    for (const button of document.querySelectorAll<HTMLButtonElement>(selector)) {
      button.addEventListener('click', () => {
        change(next());
        noteMode();
        label();
        // The button says what it will do next; that it has done it, is said beside it.
        said.textContent = said.dataset[currentMode()]!;
      });
    }
  };
  const label = (): void => {
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-on]')) {
      const on = button.dataset['control'] === 'motion' ? currentMode() === 'still' : currentMode() === 'flat';
      button.textContent = (on ? button.dataset['on'] : button.dataset['off']) ?? '';
    }
  };
  /** A reload, the way back, a copied address and the other language keep what the reader chose, if the screen would not have it anyway. */
  const noteMode = (): void => {
    const url = new URL(location.href);
    if (currentMode() === (cramped.matches ? 'flat' : moving())) url.searchParams.delete('mode');
    else url.searchParams.set('mode', currentMode());
    note(url.href);
    pass();
  };
  const pass = (): void => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) link.search = location.search;
  };
  const moving = (): Mode => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'still' : 'scroll');
  const cramped = matchMedia(CRAMPED);
  let yielded = cramped.matches && currentMode() === 'flat';
  cramped.addEventListener('change', () => {
    // A keyboard on the screen takes room too, but only while the reader types.
    if (document.activeElement?.matches('input') || (cramped.matches ? currentMode() === 'flat' : !yielded)) return;
    yielded = cramped.matches;
    change(yielded ? 'flat' : moving());
    label();
  });
  press('[data-control="motion"]', () => (currentMode() === 'still' ? 'scroll' : 'still'));
  press('[data-control="flat"]', () => (currentMode() === 'flat' ? moving() : 'flat'));
  pass();
  label();
}

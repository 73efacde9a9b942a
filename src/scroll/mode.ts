/** How the reader takes the story: it moves with the scroll, it shows whole steps only, or it lies flat. */
export type Mode = 'scroll' | 'still' | 'flat';

const MODES: readonly string[] = ['scroll', 'still', 'flat'];

/** The mode that the page is in. */
export function currentMode(): Mode {
  const mode = document.documentElement.dataset['mode'];
  return MODES.includes(mode ?? '') ? (mode as Mode) : 'scroll';
}

/** Buttons that turn the motion off and on, and lay the story flat and back. */
export function listenToControls(change: (mode: Mode) => void): void {
  const press = (selector: string, next: () => Mode): void => {
    for (const button of document.querySelectorAll<HTMLButtonElement>(selector)) {
      button.addEventListener('click', () => {
        change(next());
        label();
        button.closest('details')?.removeAttribute('open');
      });
    }
  };
  const label = (): void => {
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-on]')) {
      const on = button.dataset['control'] === 'motion' ? currentMode() === 'still' : currentMode() === 'flat';
      button.textContent = (on ? button.dataset['on'] : button.dataset['off']) ?? '';
    }
  };
  press('[data-control="motion"]', () => (currentMode() === 'still' ? 'scroll' : 'still'));
  press('[data-control="flat"]', () => (currentMode() === 'flat' ? (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'still' : 'scroll') : 'flat'));
  label();
}

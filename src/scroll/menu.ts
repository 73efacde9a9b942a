/** Folds the contents away once they have served, or would cover what a reader touches or tabs to beside them. */
export function foldMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu')!;
  const summary = menu.querySelector('summary')!;
  const fold = (): void => void (menu.open = false);
  menu.addEventListener('click', ({ target }) => {
    const pressed = (target as Element).closest('a, button');
    if (!pressed) return;
    fold();
    // A link leads somewhere; a button is gone with the sheet, and its focus would fall to the page.
    if (pressed.tagName === 'BUTTON') summary.focus();
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    fold();
    summary.focus();
  });
  for (const kind of ['pointerdown', 'focusin']) {
    document.addEventListener(kind, ({ target }) => {
      if (!menu.contains(target as Node)) fold();
    });
  }
}

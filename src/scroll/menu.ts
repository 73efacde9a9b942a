/** Folds the contents away once they have served, or would cover what a reader touches or tabs to beside them. */
export function foldMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu')!;
  const fold = (): void => void (menu.open = false);
  menu.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a, button')) fold();
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    fold();
    menu.querySelector('summary')!.focus();
  });
  for (const kind of ['pointerdown', 'focusin']) {
    document.addEventListener(kind, ({ target }) => {
      if (!menu.contains(target as Node)) fold();
    });
  }
}

/** A screen reader has taken note of a dialog by then, ms. */
const HEARD = 150;

/**
 * Opens a number's source in a dialog. Without it the number is a link to the data page, and stays one
 * for a middle click or a modifier key.
 */
export function openSources(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.source');
  const slot = dialog?.querySelector('[data-slot]');
  if (!dialog || !slot || typeof dialog.showModal !== 'function') return;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-note]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const note = document.getElementById(`note-${link.dataset['note']}`);
    if (!note) return;
    event.preventDefault();
    slot.replaceChildren(...[...note.children].map((child) => child.cloneNode(true)));
    slot.firstElementChild!.id = 'source-number';
    // A browser that gives a clicked link no focus would have nowhere to give it back to.
    link.focus({ preventScroll: true });
    dialog.showModal();
    dialog.scrollTop = 0;
    // To the title, once a screen reader has seen that the link is out of reach: told of both at once, Orca says nothing.
    setTimeout(() => dialog.querySelector('h2')!.focus(), HEARD);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
}

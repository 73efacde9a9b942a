import scrollama from 'scrollama';

/**
 * The only place that knows scrollama. It wakes us when a step comes or goes; where the reader is,
 * we work out from geometry, because its own progress dies after a resize and skips steps that a jump passes over.
 * @param parts elements of the story, such as its chapters
 * @param wake called when one of them enters or leaves the middle of the screen
 * @returns the undo
 */
export function watchParts(parts: HTMLElement[], wake: () => void): () => void {
  const scroller = scrollama().setup({ step: parts, offset: 0.5 }).onStepEnter(wake).onStepExit(wake);
  return () => scroller.destroy();
}

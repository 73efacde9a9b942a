import scrollama from 'scrollama';

/**
 * The only place that knows scrollama. It wakes us when a step comes or goes; where the reader is,
 * we work out from geometry, because its own progress dies after a resize and skips steps that a jump passes over.
 * @param steps the steps' elements
 * @param wake called when a step enters or leaves the middle of the screen
 * @returns the undo
 */
export function watchSteps(steps: HTMLElement[], wake: () => void): () => void {
  const scroller = scrollama().setup({ step: steps, offset: 0.5 }).onStepEnter(wake).onStepExit(wake);
  return () => scroller.destroy();
}

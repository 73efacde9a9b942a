import scrollama from 'scrollama';

/**
 * The only place that knows scrollama. It wakes us when the story comes or goes; where the reader is,
 * we work out from geometry, because its own progress dies after a resize and skips steps that a jump passes over.
 * It watches the story as one: its two observers for each chapter would cost every frame of a long story (docs/speed.md).
 * @param story all of its texts
 * @param wake called when it enters or leaves the middle of the screen
 */
export function watchStory(story: HTMLElement, wake: () => void): void {
  scrollama().setup({ step: [story], offset: 0.5 }).onStepEnter(wake).onStepExit(wake);
}

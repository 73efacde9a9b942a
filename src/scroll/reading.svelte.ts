import type { Reading } from '../scenes/Canvas.svelte';

/** Longest reading of “since 2020”, until the reader chooses another. */
const LONGEST_MONTHS = 18;

/** The reader's place and answers, watched by every canvas and widget. Nothing else moves a picture. */
export class LiveReading implements Reading {
  position = $state.raw(0);
  months = $state.raw(LONGEST_MONTHS);
  guess = $state.raw<number | null>(null);
}

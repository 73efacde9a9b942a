import type { Label } from '../scenes/chart.ts';
import { keeper } from './keep.ts';

/** Words that fade as one: a single opacity to set, however many they are. */
export interface Fade {
  key: string;
  opacity: number;
  labels: readonly Label[];
}

/** Sorts words by what they fade with, in the order of their first appearance; the words themselves lose their opacity. */
export function fadesOf(labels: readonly Label[]): Fade[] {
  const fades = new Map<string, Fade & { labels: Label[] }>();
  for (const { opacity = 1, fade, ...label } of labels) {
    const key = fade ?? label.key;
    const found = fades.get(key);
    if (found) found.labels.push(label);
    else fades.set(key, { key, opacity, labels: [label] });
  }
  return [...fades.values()];
}

/** Makes a function from words to fades that gives back what has not changed as it was: see `keeper`. */
export function fadeKeeper(): (labels: readonly Label[]) => readonly Fade[] {
  const words = new Map<string, (labels: readonly Label[]) => readonly Label[]>();
  const keep = keeper<Fade>();
  return (labels) =>
    keep(
      fadesOf(labels).map((fade) => {
        const keepWords = words.get(fade.key) ?? keeper<Label>();
        words.set(fade.key, keepWords);
        return { ...fade, labels: keepWords(fade.labels) };
      }),
    );
}

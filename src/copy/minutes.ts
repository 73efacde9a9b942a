import { formatsOf } from '../data/language.ts';
import type { Locale } from '../data/types.ts';

/** Minutes to read a text in silence, rounded up, at least 1. */
export function minutesToRead(locale: Locale, text: string): number {
  const { counts, perMinute } = formatsOf(locale).reading;
  const units = counts === 'characters' ? (text.match(/\p{Script=Han}/gu) ?? []).length : text.split(/\s+/).length;
  return Math.max(1, Math.ceil(units / perMinute));
}

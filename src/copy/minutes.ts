import type { Locale } from '../data/types.ts';

/** Silent reading of informational text: Han characters, or English words, a minute. */
const PER_MINUTE: Record<Locale, number> = { zh: 350, en: 230 };

/** Minutes to read a text, rounded up, at least 1. */
export function minutesToRead(locale: Locale, text: string): number {
  const units = locale === 'zh' ? (text.match(/\p{Script=Han}/gu) ?? []).length : text.split(/\s+/).length;
  return Math.max(1, Math.ceil(units / PER_MINUTE[locale]));
}

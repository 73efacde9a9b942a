import type { Locale } from '../data/types.ts';
import { DEFAULT_LOCALE, LOCALES } from '../languages.ts';

interface Path {
  params: object;
  props: object;
}

/** A path in a language: of the default one, without its code. */
interface Spoken<Own extends Path> {
  params: Own['params'] & { locale: Locale | undefined };
  props: Own['props'] & { locale: Locale };
}

/**
 * The static paths of a page under `[...locale]`: each in every language.
 * @param paths the page's own, without a language; one without parameters if it has none
 */
export const inLanguages = <Own extends Path>(paths: readonly Own[] = [{ params: {}, props: {} }] as unknown as Own[]): Spoken<Own>[] =>
  LOCALES.flatMap((locale) =>
    paths.map(({ params, props }) => ({ params: { ...params, locale: locale === DEFAULT_LOCALE ? undefined : locale }, props: { ...props, locale } })),
  );

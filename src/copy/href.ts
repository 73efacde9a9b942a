import type { Locale } from '../data/types.ts';
import { folderOf } from '../languages.ts';

/** The address of a file of the site, or of its root: the same in each language. */
export const asset = (path: string, base: string): string => `${base.replace(/\/$/, '')}${path}`;

/**
 * The address of a place in the site.
 * @param path from the site's root, such as `/data/#qh-trips-north`, `/data/facts.csv`; or `#step-id`, which stays as it is
 * @param base the site's base path, with or without its last slash
 * @returns pages (a path that ends with "/") in the language asked for; files are the same in each
 */
export function inside(path: string, locale: Locale, base: string): string {
  if (path.startsWith('#')) return path;
  const isPage = /^[^#]*\/(?:#.*)?$/.test(path);
  return asset(isPage ? `${folderOf(locale)}${path}` : path, base);
}

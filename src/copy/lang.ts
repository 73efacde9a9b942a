import type { Locale } from '../data/types.ts';

/** Each language as pages name it: BCP 47, with script and region for Chinese, after which browsers choose its glyphs. */
export const LANG = { zh: 'zh-Hans-CN', en: 'en' } as const satisfies Record<Locale, string>;

import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { createHash } from 'node:crypto';
import { defineConfig } from 'astro/config';
import { minify } from 'terser';
import { drawable } from './src/build/drawable.ts';
import { compressed } from './src/build/compress.ts';
import { FOLDERS } from './src/build/folders.ts';
import { displayFont } from './src/build/font.ts';
import { licences } from './src/build/licences.ts';
import { lineStyles } from './src/build/line-styles.ts';
import { OFFLINE_PAGES, offlineFiles } from './src/build/offline.ts';
import { namedModules } from './src/build/named-modules.ts';
import { onePiece } from './src/build/one-piece.ts';
import { quietScrollama } from './src/build/quiet-scrollama.ts';
import { rawState } from './src/build/raw-state.ts';
import { stagedScenes } from './src/build/staged-scenes.ts';
import { wording } from './src/build/wording.ts';
import { withoutWithdrawnNames } from './src/build/withdrawn-names.ts';
import { worksheetPdfs } from './src/build/worksheets.ts';
import { TARGET } from './src/engines.ts';
import { DEFAULT_LOCALE, LANG, LOCALES } from './src/languages.ts';
import { BOOT } from './src/scroll/boot.ts';
import { settings } from './src/settings.ts';

/** Our one script hydrates by itself; without Astro's own renderer beside it, Svelte's runtime is shaken to what the page uses. */
const handHydration = {
  name: 'hand-hydration',
  apply: 'build',
  applyToEnvironment: (environment) => environment.name === 'client',
  options(options) {
    if (Array.isArray(options.input)) options.input = options.input.filter((file) => file !== '@astrojs/svelte/client.js');
    return options;
  },
};

/** A second minifier goes over what the bundler's own has left: three per cent less for a phone to fetch. Nothing unsafe is asked of it. */
const smallest = {
  name: 'smallest',
  apply: 'build',
  enforce: 'post',
  applyToEnvironment: (environment) => environment.name === 'client',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = (await minify(chunk.code, { module: true, ecma: 2022, compress: { passes: 3 } })).code;
    }
  },
};

const shipped = licences();

export default defineConfig({
  site: settings.siteUrl,
  base: settings.base,
  trailingSlash: 'always',
  output: 'static',
  // Each page carries its style, allowed by its hash: saved with its files and opened from disk, a page may load none beside it.
  build: { inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  i18n: { defaultLocale: DEFAULT_LOCALE, locales: [...LOCALES], routing: { prefixDefaultLocale: false } },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { hashes: [`sha256-${createHash('sha256').update(BOOT).digest('base64')}`] },
    },
  },
  integrations: [
    svelte(),
    drawable(),
    wording(),
    displayFont(),
    onePiece({ guest: 'src/embed/guest.ts', notice: 'src/embed/notice.ts', loader: 'src/embed/loader-entry.ts', slides: 'src/lesson/player/main.ts', 'slides-file': 'src/lesson/player/file.ts' }, shipped.note),
    offlineFiles(),
    withoutWithdrawnNames(),
    worksheetPdfs(),
    sitemap({ i18n: { defaultLocale: DEFAULT_LOCALE, locales: LANG }, filter: (page) => !/\/embed\/[^/]+\/$/.test(page) && !page.includes('/s/') && !page.includes('/404') && !OFFLINE_PAGES.some((name) => page.endsWith(`/${name}/`)) }),
    shipped.integration,
    namedModules(),
    compressed(),
  ],
  // The style sheets for older in-app browsers too: what a phone of 2021 runs. There the text stays readable without the programs.
  vite: { define: FOLDERS, build: { target: TARGET, cssTarget: ['chrome87', 'safari14'] }, plugins: [smallest, quietScrollama(), rawState(), stagedScenes(), handHydration, lineStyles()] },
});

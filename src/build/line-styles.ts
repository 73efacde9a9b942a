import type { Plugin } from 'vite';
import { LINE_CSS } from '../styles/lines.ts';

/** Vite plugin: whoever imports `src/styles/line.css` gets it written out for the lines of `data/lines.csv`. */
export const lineStyles = (): Plugin => ({
  name: 'line-styles',
  enforce: 'pre',
  transform: (_, id) => (id.split('?')[0]!.endsWith('/src/styles/line.css') && !id.includes('?raw') ? { code: LINE_CSS, map: null } : null),
});

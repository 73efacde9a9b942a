import type { Plugin } from 'vite';

const LOUD = 'new ResizeObserver(resizeStep)';
/** Its own pieces, put off to a task of their own. */
const QUIET = 'new ResizeObserver((entries) => setTimeout(() => resizeStep(entries)))';

/**
 * Vite plugin: scrollama watches a step anew from within its notice that the step has grown, of which every engine complains to the
 * page ("ResizeObserver loop completed with undelivered notifications"). Here it does so once the notice is over.
 * @throws Error from the build if a release of scrollama no longer has the place
 */
export const quietScrollama = (): Plugin => ({
  name: 'quiet-scrollama',
  enforce: 'pre',
  transform(code, id) {
    if (!id.split('?')[0]!.endsWith('/scrollama.js')) return null;
    if (code.split(LOUD).length !== 2) throw new Error(`${id}: expected "${LOUD}" once: see whether this scrollama still needs src/build/quiet-scrollama.ts`);
    return { code: code.replace(LOUD, QUIET), map: null };
  },
});

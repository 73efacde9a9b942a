/**
 * The oldest browsers in which the programs come to life: the promise that syntax (`TARGET`), methods (`tests/site/engines.test.ts`)
 * and the first lines of every page (`KNOWN`) keep. Older ones get the flat reading, whole and at rest.
 */
export const PROMISE = { chrome: '98', firefox: '94', safari: '15.4' } as const;

/**
 * Whose syntax every program may use. Below these, the bundler would write each private field of Svelte's runtime as a
 * `WeakMap`: a kilobyte more, and a look-up at every signal.
 */
export const TARGET = ['chrome98', 'safari16'];

/** What a browser of the promise knows and an older one does not, as a test in old syntax. It came with Chrome 98, Firefox 94 and Safari 15.4. */
export const KNOWN = `typeof structuredClone==='function'`;

import type { Plugin } from 'vite';

const PROXIES = '/svelte/src/internal/client/proxy.js';
/** What stands in the place of Svelte's proxies: a value is itself. */
const AS_IT_IS = `export const proxy = (value) => value;
export const get_proxied_value = proxy;
export const is = Object.is;
`;
/** State with a first value that is not raw, in a component or a module of state of ours. */
const DEEP = /\$state(?:<[^()]*>)?\((?!\s*\))/;

/**
 * State that Svelte would watch property by property travels with a program for that. All of ours is raw, replaced as a whole, so the page is
 * spared it; state that is not stops the build.
 */
export const rawState = (): Plugin => ({
  name: 'raw-state',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) => (id.endsWith(PROXIES) ? AS_IT_IS : undefined),
  transform(code, id) {
    if (!id.includes('node_modules') && /\.svelte(?:\.ts)?$/.test(id) && DEEP.test(code))
      this.error(`${id}: $state(…) would be watched property by property, expected $state.raw(…): the page is not given the program for that`);
    return undefined;
  },
});

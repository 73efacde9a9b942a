import { startLoader, type Loader } from './loader.ts';

declare global {
  interface Window {
    twoLines?: Loader;
  }
}

/** `/embed.js`, as a classic script in a host page. A second copy only looks for new places. */
const { src } = document.currentScript as HTMLScriptElement;
const start = (): void => {
  if (window.twoLines) {
    window.twoLines.scan();
    return;
  }
  const loader = startLoader(new URL('.', src).href);
  window.twoLines = {
    scan: loader.scan,
    undo() {
      loader.undo();
      delete window.twoLines;
    },
  };
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();

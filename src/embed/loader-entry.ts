import { startLoader, type Engine, type Loader } from './loader.ts';

/** Where a copy of the loader finds the one that runs: `twoLines` may be a name of the host's. */
const ENGINE = Symbol.for('two-lines');

declare global {
  interface Window {
    twoLines?: Loader;
    [ENGINE]?: Engine | undefined;
  }
}

/** A module, and a script in a shadow root, is not told its own address; its errors are. */
const script = document.currentScript as HTMLScriptElement | null;
const src = script?.src || /\w+:\/\/[^\s()@]+\/embed\.js/.exec(new Error().stack ?? '')?.[0];

/** `/embed.js`, in a host page. Any further copy, from whatever address, hands itself to the first. */
function start(): void {
  const engine = (window[ENGINE] ??= startLoader());
  window.twoLines ??= {
    scan: engine.scan,
    undo() {
      engine.undo();
      delete window.twoLines;
      delete window[ENGINE];
    },
  };
  engine.add(new URL('.', src).href, script);
}

if (!src) console.warn('embed.js cannot tell where it came from, so the links stay. Load it with <script async src="…/embed.js">.');
else if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();

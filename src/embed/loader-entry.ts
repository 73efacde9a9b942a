import { startLoader, type Engine, type Loader } from './loader.ts';

/** Where a copy of the loader finds the one that runs, copies of earlier releases too: a name on `window` may be the host's. */
const ENGINE = Symbol.for('two-lines');
const NAMES = ['scrollStory', 'twoLines'] as const;

declare global {
  interface Window {
    scrollStory?: Loader;
    /** the name of earlier releases: it works for ever */
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
  const ours: Loader = {
    scan: engine.scan,
    undo() {
      engine.undo();
      for (const name of NAMES) if (window[name] === ours) delete window[name];
      delete window[ENGINE];
    },
  };
  // A further copy finds both names taken, by the first or by the host.
  for (const name of NAMES) window[name] ??= ours;
  engine.add(new URL('.', src).href, script);
}

if (!src) console.warn('embed.js cannot tell where it came from, so the links stay. Load it with <script async src="…/embed.js">.');
else if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();

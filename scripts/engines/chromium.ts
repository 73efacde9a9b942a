import { setTimeout as pause } from 'node:timers/promises';
import { CHROMIUM_FLAGS } from '../browser.ts';
import { asExpression, start, type BrowserWindow, type Heard, type Key, type Tastes, type Wishes } from './browser-window.ts';
import { connect } from './wire.ts';

const CODES: Readonly<Record<Key, number>> = { ArrowRight: 39, ArrowLeft: 37, Tab: 9, Enter: 13, Escape: 27 };
/** DevTools' bit for a key that is held. */
const CONTROL = 2;

interface Evaluated {
  readonly result: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

/** The nodes that DevTools lists, as a tree without those that a screen reader passes over. */
function asHeard(nodes: readonly AxNode[]): Heard {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const build = ({ ignored, role, name, childIds = [] }: AxNode): (Heard | string)[] => {
    const said = name?.value ?? '';
    if (role?.value === 'StaticText') return ignored ? [] : [said];
    if (role?.value === 'InlineTextBox') return [];
    const kids = childIds.flatMap((id) => (byId.has(id) ? build(byId.get(id)!) : []));
    return ignored ? kids : [{ role: role?.value ?? '', xml: '', tag: '', name: said, kids }];
  };
  return build(nodes[0]!)[0] as Heard;
}

/** Media queries, as DevTools answer them in the system's place. */
const features = ({ scheme, forced, contrast, calm }: Tastes): { name: string; value: string }[] => [
  { name: 'prefers-color-scheme', value: scheme },
  { name: 'forced-colors', value: forced ? 'active' : 'none' },
  { name: 'prefers-contrast', value: contrast ? 'more' : 'no-preference' },
  { name: 'prefers-reduced-motion', value: calm ? 'reduce' : 'no-preference' },
];

/**
 * Chromium by the DevTools protocol, from version 80 on: Playwright drives it from 88 on only, and keeps its page cache off.
 * @param program path of the browser
 */
export async function openChromium(program: string, { tastes }: Wishes = {}): Promise<BrowserWindow> {
  const switches = [...CHROMIUM_FLAGS, '--headless', '--remote-debugging-port=0'];
  const { found: host, stop } = await start(program, (folder) => [...switches, `--user-data-dir=${folder}`, 'about:blank'], /DevTools listening on ws:\/\/([^/]+)\//);
  const ask = async <T>(what: string): Promise<T> => (await (await fetch(`http://${host}/json/${what}`)).json()) as T;
  const { Browser: version } = await ask<{ Browser: string }>('version');
  const page = async (): Promise<string> => {
    // Version 109 answers before its first page is there.
    for (;;) {
      const found = (await ask<{ type: string; webSocketDebuggerUrl: string }[]>('list')).find(({ type }) => type === 'page');
      if (found) return found.webSocketDebuggerUrl;
      await pause(100);
    }
  };
  const wire = await connect(await page());
  let noted: string[] = [];
  let loaded = (): void => undefined;
  wire.on('Page.loadEventFired', () => loaded());
  wire.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }: { exceptionDetails: NonNullable<Evaluated['exceptionDetails']> }) =>
    noted.push(`not caught: ${exception?.description ?? text}`));
  wire.on('Runtime.consoleAPICalled', ({ type, args }: { type: string; args: { value?: unknown; description?: string }[] }) => {
    if (type === 'error' || type === 'assert') noted.push(`console: ${args.map(({ value, description }) => String(value ?? description)).join(' ')}`);
  });
  wire.on('Log.entryAdded', ({ entry: { level, text, url } }: { entry: { level: string; text: string; url?: string } }) => {
    if (level === 'error') noted.push(`log: ${text} ${url ?? ''}`);
  });
  await Promise.all(['Page.enable', 'Runtime.enable', 'Log.enable'].map((method) => wire.send(method)));
  if (tastes) await wire.send('Emulation.setEmulatedMedia', { features: features(tastes) });
  return {
    version,
    async open(url) {
      const load = new Promise<void>((done) => (loaded = done));
      const { loaderId } = await wire.send<{ loaderId?: string }>('Page.navigate', { url });
      if (loaderId !== undefined) await load;
    },
    resize: (width, height) => wire.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
    async evaluate<A extends readonly unknown[], T>(act: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
      const { result, exceptionDetails } = await wire.send<Evaluated>('Runtime.evaluate', { expression: asExpression(act, args), awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return JSON.parse(result.value!) as T;
    },
    async press(key) {
      const event = { key, code: key, windowsVirtualKeyCode: CODES[key], ...(key === 'Enter' && { text: '\r' }) };
      await wire.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    async tap(x, y) {
      for (const type of ['mousePressed', 'mouseReleased']) await wire.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    async paste() {
      const event = { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: CONTROL };
      await wire.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, commands: ['paste'] });
      await wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    print: async () => Buffer.from((await wire.send<{ data: string }>('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, printBackground: false })).data, 'base64'),
    heard: async () => asHeard((await wire.send<{ nodes: AxNode[] }>('Accessibility.getFullAXTree')).nodes),
    complaints: () => noted.splice(0),
    async close() {
      wire.close();
      await stop();
    },
  };
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asExpression, start, type BrowserWindow, type Key, type Tastes, type Wishes } from './browser-window.ts';
import { heardBy } from './bus.ts';
import { connect } from './wire.ts';

/** WebDriver's code points for keys without a character. */
export const KEYS: Readonly<Record<Key, string>> = { ArrowRight: '\uE014', ArrowLeft: '\uE012', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' };
/** A press at a point, as WebDriver has it. */
export const tapAt = (x: number, y: number): object => ({
  type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }],
});
/** The keys that paste, pressed and let go. */
export const PASTE = ['keyDown', 'keyUp'].flatMap((type) => (type === 'keyDown' ? ['\uE009', 'v'] : ['v', '\uE009']).map((value) => ({ type, value })));
/** No page of its own, no calls to other hosts. */
const PREFS = {
  'browser.shell.checkDefaultBrowser': false, 'browser.aboutwelcome.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false, 'browser.translations.enable': false, 'network.captive-portal-service.enabled': false, 'remote.active-protocols': 1,
};

/** A reader's settings as preferences: forced colours are those of its own theme, of the page's scheme. */
const taste = ({ scheme, forced, contrast, calm }: Tastes): Readonly<Record<string, string | number | boolean>> => {
  const dark = scheme === 'dark';
  const [front, ground, link] = dark ? ['#FFFFFF', '#000000', '#FFFF00'] : ['#000000', '#FFFFFF', '#0000EE'];
  return {
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'ui.prefersReducedMotion': calm ? 1 : 0,
    // 1: the page's colours, whatever the theme; 2: the reader's.
    'browser.display.document_color_use': forced ? 2 : 1,
    'browser.display.use_system_colors': false,
    ...Object.fromEntries(['', '.dark'].flatMap((which) => [
      [`browser.display.foreground_color${which}`, front], [`browser.display.background_color${which}`, ground],
      [`browser.anchor_color${which}`, link], [`browser.visited_color${which}`, link],
    ])),
    // Firefox tells of more contrast where the system's theme is one made for it, or where the forced colours contrast.
    'ui.useAccessibilityTheme': contrast ? 1 : 0,
  };
};

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Firefox by WebDriver BiDi: neither Playwright nor Puppeteer, as released now, opens a window in the long-term release. */
export async function openFirefox(program: string, { bus, tastes }: Wishes = {}): Promise<BrowserWindow> {
  const prefs = { ...PREFS, ...(tastes && taste(tastes)), 'accessibility.force_disabled': bus ? -1 : 1 };
  const { found: host, stop } = await start(program, (folder) => {
    writeFileSync(join(folder, 'user.js'), Object.entries(prefs).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join(''));
    return [...(bus ? ['--no-remote'] : ['--headless']), '--remote-debugging-port=0', '--profile', folder];
  }, /WebDriver BiDi listening on ws:\/\/(\S+)/, bus?.env);
  const wire = await connect(`ws://${host}/session`);
  const { capabilities } = await wire.send<{ capabilities: { browserName: string; browserVersion: string } }>('session.new', { capabilities: {} });
  const { contexts } = await wire.send<{ contexts: { context: string }[] }>('browsingContext.getTree');
  const { context } = contexts[0]!;
  let noted: string[] = [];
  wire.on('log.entryAdded', ({ level, text }: { level: string; text: string }) => {
    if (level === 'error') noted.push(`log: ${text}`);
  });
  await wire.send('session.subscribe', { events: ['log.entryAdded'] });
  const evaluate = async <A extends readonly unknown[], T>(act: (...args: A) => T | Promise<T>, ...args: A): Promise<T> => {
    const { type, result, exceptionDetails } = await wire.send<Evaluated>('script.evaluate', { expression: asExpression(act, args), target: { context }, awaitPromise: true });
    if (type === 'exception') throw new Error(exceptionDetails!.text);
    return JSON.parse(result!.value!) as T;
  };
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    open: (url) => wire.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    resize: (width, height) => wire.send('browsingContext.setViewport', { context, viewport: { width, height } }),
    evaluate,
    press: (key) => wire.send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] })) }] }),
    tap: (x, y) => wire.send('input.performActions', { context, actions: [tapAt(x, y)] }),
    paste: () => wire.send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: PASTE }] }),
    print: async () => Buffer.from((await wire.send<{ data: string }>('browsingContext.print', { context, page: { width: 21, height: 29.7 } })).data, 'base64'),
    heard: heardBy(bus, async () => String(await evaluate(() => location.href))),
    complaints: () => noted.splice(0),
    async close() {
      wire.close();
      await stop();
    },
  };
}

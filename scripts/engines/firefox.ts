import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asExpression, start, type BrowserWindow, type Key, type Wishes } from './browser-window.ts';
import { heardBy } from './bus.ts';
import { connect } from './wire.ts';

/** WebDriver's code points for keys without a character. */
export const KEYS: Readonly<Record<Key, string>> = { ArrowRight: '\uE014', ArrowLeft: '\uE012', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' };
/** No page of its own, no calls to other hosts. */
const PREFS = {
  'browser.shell.checkDefaultBrowser': false, 'browser.aboutwelcome.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false, 'browser.translations.enable': false, 'network.captive-portal-service.enabled': false, 'remote.active-protocols': 1,
};

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Firefox by WebDriver BiDi: neither Playwright nor Puppeteer, as released now, opens a window in the long-term release. */
export async function openFirefox(program: string, { bus }: Wishes = {}): Promise<BrowserWindow> {
  const prefs = { ...PREFS, 'accessibility.force_disabled': bus ? -1 : 1 };
  const { found: host, stop } = await start(program, (folder) => {
    writeFileSync(join(folder, 'user.js'), Object.entries(prefs).map(([name, value]) => `user_pref("${name}", ${value});\n`).join(''));
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
    print: async () => Buffer.from((await wire.send<{ data: string }>('browsingContext.print', { context, page: { width: 21, height: 29.7 } })).data, 'base64'),
    heard: heardBy(bus, async () => String(await evaluate(() => location.href))),
    complaints: () => noted.splice(0),
    async close() {
      wire.close();
      await stop();
    },
  };
}

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asExpression, start, type BrowserWindow, type Tastes, type Wishes } from './browser-window.ts';
import { heardBy } from './bus.ts';
import { KEYS, PASTE, tapAt } from './firefox.ts';

/** WebKitGTK's own small browser stands in the library's folder. */
const MINI_BROWSERS = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
/** Else it starts one by itself where it can, and with it services that outlive it. */
const NO_BUS = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
/** The driver is waited for as long as this, ms. */
const PATIENCE = 20_000;

interface Answer {
  readonly value: unknown;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** A reader's settings as GTK has them, in a folder of settings of its own. WebKitGTK knows no forced colours. */
function settingsFolder({ scheme, contrast, calm }: Tastes): string {
  const folder = mkdtempSync(join(tmpdir(), 'gtk-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  const lines = [
    `gtk-application-prefer-dark-theme=${Number(scheme === 'dark')}`, `gtk-enable-animations=${Number(!calm)}`,
    ...(contrast ? [`gtk-theme-name=${scheme === 'dark' ? 'HighContrastInverse' : 'HighContrast'}`] : []),
  ];
  writeFileSync(join(folder, 'gtk-3.0', 'settings.ini'), `[Settings]\n${lines.join('\n')}\n`);
  return folder;
}

/** WebKitGTK by WebDriver, on a screen of its own that nobody sees. Its window is never narrower than 447 px, and it logs nothing: what it complains of, the page notes (tests/engines/kit.ts). */
export async function openWebKit(program: string, { bus, tastes }: Wishes = {}): Promise<BrowserWindow> {
  const screen = bus ? undefined : await start('Xvfb', () => ['-displayfd', '1', '-screen', '0', '4000x2400x24', '-nolisten', 'tcp'], /^(\d+)\n/m);
  const port = await freePort();
  const folder = tastes && settingsFolder(tastes);
  const env = { ...(bus?.env ?? { DISPLAY: `:${screen!.found}`, ...NO_BUS }), ...(folder && { XDG_CONFIG_HOME: folder }) };
  const driver = await start(program, () => [`--port=${port}`], undefined, env);
  const stop = async (): Promise<void> => {
    await driver.stop();
    await screen?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as Answer;
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value as T;
  };
  const begun = Date.now();
  while (!(await call('GET', '/status').catch(() => undefined))) {
    if (Date.now() - begun > PATIENCE) throw new Error(`${program} does not answer`);
    await pause(100);
  }
  const wanted = { 'webkitgtk:browserOptions': { binary: MINI_BROWSERS.find(existsSync), args: ['--automation'] } };
  const { sessionId, capabilities } = await call<{ sessionId: string; capabilities: { browserVersion: string } }>('POST', '/session', { capabilities: { alwaysMatch: wanted } });
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: 60_000 });
  const evaluate = async <A extends readonly unknown[], T>(act: (...args: A) => T | Promise<T>, ...args: A): Promise<T> => {
    const script = `const done = arguments[0]; ${asExpression(act, args)}.then((value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }))`;
    const { value, error } = await call<{ value?: string; error?: string }>('POST', `${session}/execute/async`, { script, args: [] });
    if (error !== undefined) throw new Error(error);
    return JSON.parse(value!) as T;
  };
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    open: (url) => call('POST', `${session}/url`, { url }),
    async resize(width, height) {
      const [outer, inner] = [await call<{ width: number; height: number }>('GET', `${session}/window/rect`), await evaluate(() => [innerWidth, innerHeight] as const)];
      await call('POST', `${session}/window/rect`, { width: width + outer.width - inner[0], height: height + outer.height - inner[1] });
    },
    evaluate,
    press: (key) => call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] })) }] }),
    tap: (x, y) => call('POST', `${session}/actions`, { actions: [tapAt(x, y)] }),
    paste: () => call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions: PASTE }] }),
    print: async () => undefined,
    heard: heardBy(bus, () => evaluate(() => location.href)),
    complaints: () => [],
    async close() {
      await call('DELETE', session);
      await stop();
    },
  };
}

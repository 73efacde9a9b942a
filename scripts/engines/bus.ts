import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start, type Heard } from './browser-window.ts';
import { ensureProgram } from './programs.ts';

const READER = 'scripts/engines/heard.py';
/** Debian's own: only it has the bindings. */
const PYTHON = '/usr/bin/python3';

/** What starts the bus of accessibility, where Debian has it. */
const LAUNCHER = '/usr/libexec/at-spi-bus-launcher';
/** A bus that starts no service by itself: those would outlive it. */
const CONFIG = '<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>';

/** A screen that nobody sees, and on it the bus on which engines speak to screen readers. */
export interface Bus {
  /** what a program needs to be seen on both */
  readonly env: Readonly<Record<string, string>>;
  /** What the page at an address, of which a piece will do, hands to a screen reader. */
  heard(address: string): Promise<Heard>;
  stop(): Promise<void>;
}

/** What a window without a bus answers, and one with it: what is heard of the page that it shows. */
export const heardBy = (bus: Bus | undefined, address: () => Promise<string>) => async (): Promise<Heard> => {
  if (!bus) throw new Error('this window is on no bus for screen readers');
  return bus.heard(await address());
};

/** Starts both. @throws Error of one sentence that says what to install */
export async function openBus(): Promise<Bus> {
  ensureProgram(['Xvfb'], ['xvfb'], 'Xvfb');
  ensureProgram(['dbus-daemon'], ['dbus-daemon'], 'dbus-daemon');
  ensureProgram(['orca'], ['orca', 'python3-pyatspi', 'at-spi2-core'], 'Orca, with python3-pyatspi and at-spi2-core');
  const screen = await start('Xvfb', () => ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], /^(\d+)\n/m);
  const bus = await start('dbus-daemon', (folder) => {
    writeFileSync(join(folder, 'bus.conf'), CONFIG);
    return [`--config-file=${join(folder, 'bus.conf')}`, '--nofork', '--print-address=1'];
  }, /^(\S+)\n/);
  const env = {
    DISPLAY: `:${screen.found}`, DBUS_SESSION_BUS_ADDRESS: bus.found, GNOME_ACCESSIBILITY: '1', ACCESSIBILITY_ENABLED: '1', GTK_MODULES: 'gail:atk-bridge', NO_AT_BRIDGE: '0',
    MOZ_ENABLE_WAYLAND: '0',
  };
  const launcher = await start(LAUNCHER, () => ['--launch-immediately'], undefined, env);
  return {
    env,
    heard: (address) => new Promise((done, fail) => {
      const reader = spawn(PYTHON, [READER, address], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, wrong]: [Buffer[], Buffer[]] = [[], []];
      reader.stdout.on('data', (bytes: Buffer) => out.push(bytes));
      reader.stderr.on('data', (bytes: Buffer) => wrong.push(bytes));
      reader.once('close', (code) => (code === 0 ? done(JSON.parse(Buffer.concat(out).toString()) as Heard) : fail(new Error(Buffer.concat(wrong).toString().trim().split('\n').at(-1)))));
    }),
    async stop() {
      await launcher.stop();
      await bus.stop();
      await screen.stop();
    },
  };
}

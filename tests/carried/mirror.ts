import { spawn } from 'node:child_process';

/** What wget says where the server has not got what a link names. */
const DEAD_LINK = 8;
/** A site of some hundred files on this machine is mirrored in seconds; ms. */
const PATIENCE = 120_000;

/**
 * Mirrors a site as people do who want to keep it: wget follows every link, and makes the addresses in the copy lead to files beside it.
 * @param url the site's front page
 * @param folder where the copy is laid; nothing lies there yet
 * @returns whether every link led to something: a site built without its downloads has dead ones
 * @throws Error of one sentence that says what to install, or what wget said
 */
export async function mirror(url: string, folder: string): Promise<boolean> {
  // Not in one breath: the site may be served by this very process.
  const wget = spawn('wget', ['--no-verbose', '--mirror', '--page-requisites', '--convert-links', '--adjust-extension', '--no-host-directories', '--directory-prefix', folder, url], {
    stdio: ['ignore', 'ignore', 'pipe'], timeout: PATIENCE,
  });
  let said = '';
  wget.stderr.on('data', (text: Buffer) => void (said += text.toString()));
  const status = await new Promise<number | null>((done, fail) => {
    wget.once('error', () => fail(new Error('Install wget (Debian: apt-get install wget), with which alone a mirror of the site can be tried.')));
    wget.once('close', done);
  });
  if (status !== 0 && status !== DEAD_LINK) throw new Error(`wget could not mirror ${url}: ${said.match(/^.*(?:ERROR|failed|broken).*$/gim)?.slice(0, 5).join('; ') ?? said.slice(-300)}`);
  return status === 0;
}

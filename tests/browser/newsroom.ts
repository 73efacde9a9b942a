import type { Frame, Page } from '@playwright/test';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from './support.ts';

/** A server of a test's own, on a free port of this machine: a browser lets no made-up public page frame it. */
export interface Server {
  /** ends with `/` */
  url: string;
  port: number;
  close(): void;
}

/** Starts a server that answers as it is told. */
export async function startServer(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A newsroom's page on a host of its own. */
export interface Newsroom extends Server {
  /** opens a page with a body of its own, and with a Content Security Policy if it has one */
  open(page: Page, body: string, policy?: string): Promise<void>;
  /** the same, but waits for no frame */
  openAtOnce(page: Page, body: string): Promise<void>;
}

/** Starts a newsroom's server. */
export async function startNewsroom(): Promise<Newsroom> {
  let [body, policy] = ['', ''];
  const server = await startServer((_, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(policy && { 'Content-Security-Policy': policy }) })
      .end(`<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>body{margin:0}</style>${body}`));
  return {
    ...server,
    async open(page, with_, under = '') {
      [body, policy] = [with_, under];
      await page.goto(server.url);
    },
    async openAtOnce(page, with_) {
      [body, policy] = [with_, ''];
      await page.goto(server.url, { waitUntil: 'domcontentloaded' });
    },
  };
}

export const heightOf = (page: Page, selector = 'iframe'): Promise<number> => page.locator(selector).evaluate((frame) => frame.getBoundingClientRect().height);
export const frameOf = async (page: Page, selector = 'iframe'): Promise<Frame> => (await (await page.locator(selector).elementHandle())!.contentFrame())!;
export const cardHeight = (frame: Frame): Promise<number> => frame.locator('.card').evaluate((card) => Math.ceil(card.getBoundingClientRect().height));

/** Waits until a frame is as high as its card, and not still the height it began with. */
export async function expectFit(page: Page, selector = 'iframe'): Promise<void> {
  const frame = await frameOf(page, selector);
  await expect(async () => expect(await heightOf(page, selector)).toBe(await cardHeight(frame))).toPass({ timeout: 10_000 });
}

import type { CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { frameSnippet, loaderSnippet, pictureSnippet, type Piece } from '../../src/embed/snippets.ts';
import { FOLDER, roomFor } from './built.ts';
import { cardHeight, expectFit, frameOf, heightOf, startNewsroom, startServer, type Newsroom, type Server } from './newsroom.ts';
import { expect, test } from './support.ts';

/** An answer of the host's, or of a card's server, that a test means to cause. */
const REFUSED = 'Framing \'http[^\']*\' violates|Failed to load resource: |Refused to frame|Access to font at';
test.use({ expectedErrors: [new RegExp(`^other host: http://(127\\.0\\.0\\.1|localhost):\\d+/|^console: (${REFUSED})`)] });

let newsroom: Newsroom;
/** A site whose answers a test sets. */
let site: Server;
let answer: RequestListener;
test.beforeAll(async () => {
  newsroom = await startNewsroom();
  site = await startServer((request, response) => answer(request, response));
});
test.afterAll(() => {
  newsroom.close();
  site.close();
});

const FIRST = 'tests/embed/first-version';
const LOADER = `${FOLDER}/embed.js`;
const LINK = '<a href="#">The chart, as a link</a>';
/** A place with the loader's script, as an editor pastes them. */
const place = (id: string, loader: string, inside = LINK): string => `<div data-two-lines="${id}" data-lang="en" data-heights="940 740">${inside}</div><script async src="${loader}embed.js"></script>`;
const link = (page: Page) => page.getByRole('link', { name: 'The chart, as a link' });
const send = (response: ServerResponse, type: string, body: string | Buffer): unknown => response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(body);
const sendLoader = (response: ServerResponse, file = LOADER): unknown => send(response, 'text/javascript; charset=utf-8', readFileSync(file));
const placeHeight = (page: Page): Promise<number> => heightOf(page, '[data-two-lines]');

/** The link stands, nothing of a frame is seen, and no room is kept for one. */
async function expectLinkAlone(page: Page, timeout = 5000): Promise<void> {
  await expect(link(page)).toBeVisible();
  await expect.poll(() => placeHeight(page), { timeout }).toBeLessThan(60);
  await expect(page.locator('iframe:visible')).toHaveCount(0);
  await expect(link(page)).toBeVisible();
}

test.describe('the link does not go before the card has spoken', () => {
  test('where the host’s policy refuses the frame, and no room stays blank', async ({ page, baseURL }) => {
    await newsroom.open(page, place('cases', baseURL!), `default-src 'none'; script-src 'unsafe-inline' ${new URL(baseURL!).origin}; style-src 'unsafe-inline'; img-src data:; frame-src 'none'`);
    await expect(page.locator('iframe')).toHaveCount(1);
    await expectLinkAlone(page);
  });

  test('for a part that there is not', async ({ page, baseURL }) => {
    await newsroom.open(page, place('no-such-part', baseURL!));
    await expectLinkAlone(page);
  });

  for (const [name, reply] of [
    ['answers 500', (response) => response.writeHead(500).end('no')],
    ['answers 404', (response) => response.writeHead(404, { 'Content-Type': 'text/html' }).end('<script>setInterval(() => parent.postMessage({ hello: 1 }, "*"), 50)</script>')],
    ['breaks off', (response) => response.destroy()],
    ['sends an empty page', (response) => send(response, 'text/html', '')],
  ] satisfies [string, (response: ServerResponse) => unknown][]) {
    test(`where the card’s server ${name}`, async ({ page }) => {
      answer = (request, response) => (request.url === '/embed.js' ? sendLoader(response) : reply(response));
      await newsroom.open(page, place('cases', site.url));
      await expectLinkAlone(page);
    });
  }

  test('where the card’s server never answers: room is kept for ten seconds, not for ever', async ({ page }) => {
    answer = (request, response) => void (request.url === '/embed.js' && sendLoader(response));
    await newsroom.openAtOnce(page, place('cases', site.url));
    await expect.poll(() => placeHeight(page)).toBeGreaterThan(600);
    await expect(link(page)).toBeVisible();
    await expectLinkAlone(page, 15_000);
  });

  test('where a consent tool empties the frame; once the reader agrees, the card stands in its place', async ({ page, baseURL }) => {
    const consent = `new MutationObserver(() => { for (const frame of document.querySelectorAll('iframe:not([data-src])')) { frame.dataset.src = frame.src; frame.src = 'about:blank'; } }).observe(document, { childList: true, subtree: true });
      window.agree = () => { for (const frame of document.querySelectorAll('iframe')) frame.src = frame.dataset.src; }`;
    await newsroom.open(page, `<script>${consent}</script>${place('cases', baseURL!)}`);
    await expectLinkAlone(page);
    await page.evaluate(() => (window as unknown as { agree(): void }).agree());
    await expectFit(page);
    await expect(link(page)).toHaveCount(0);
  });

  test('and room is kept for a card that is far below, until a reader comes to it', async ({ page, baseURL }) => {
    await newsroom.open(page, `<div style="height:20000px"></div>${place('cases', baseURL!)}`);
    await expect.poll(() => placeHeight(page)).toBeGreaterThan(700);
    await page.waitForTimeout(11_500);
    expect(await placeHeight(page)).toBeGreaterThan(700);
    await page.locator('[data-two-lines]').scrollIntoViewIfNeeded();
    await expectFit(page);
  });
});

test('an empty place gets a link and a title: its card’s own, once that has spoken', async ({ page, baseURL }) => {
  answer = (request, response) => (request.url === '/embed.js' ? sendLoader(response) : response.writeHead(404).end());
  await newsroom.open(page, place('cases', site.url, ' '));
  const address = `${site.url}en/embed/cases/`;
  await expect(page.locator('[data-two-lines] a')).toHaveText(address);
  await expect(page.locator('[data-two-lines] a')).toHaveAttribute('href', address);
  await expect(page.locator('iframe')).toHaveAttribute('title', address);
  await newsroom.open(page, place('cases', baseURL!, ''));
  await expectFit(page);
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Fewer cases solved');
  await expect(page.locator('[data-two-lines] a')).toHaveCount(0);
});

test.describe('a host’s own names and habits', () => {
  for (const [name, taken] of [
    ['a value', "window.twoLines = 'mine'"],
    ['a value that cannot be changed', "Object.defineProperty(window, 'twoLines', { value: 'mine' })"],
    ['a function', 'window.twoLines = function () {}'],
  ] as const) {
    test(`\`twoLines\` taken by ${name} stays the host’s, and the card stands once, from two copies of the loader`, async ({ page, baseURL }) => {
      await newsroom.open(page, `<script>${taken}; window.before = window.twoLines</script>${place('cases', baseURL!)}<script src="${baseURL!}embed.js"></script>`);
      await expectFit(page);
      expect(await page.locator('iframe').count()).toBe(1);
      expect(await page.evaluate(() => (window as unknown as Record<string, unknown>)['twoLines'] === (window as unknown as Record<string, unknown>)['before'])).toBe(true);
    });
  }

  test('a place is found by its name of this release and by that of earlier ones, and `undo` takes back both names on the window', async ({ page, baseURL }) => {
    await newsroom.open(page, `${place('cases', baseURL!)}<div data-scroll-story="checks" data-lang="en">${LINK}</div>`);
    await expect(page.locator('iframe')).toHaveCount(2);
    await expect(page.locator('[data-scroll-story] iframe')).toHaveAttribute('src', /\/en\/embed\/checks\//);
    type Named = { scrollStory: { undo(): void }; twoLines: object };
    expect(await page.evaluate(() => (window as unknown as Named).scrollStory === (window as unknown as Named).twoLines)).toBe(true);
    await page.evaluate(() => (window as unknown as Named).scrollStory.undo());
    await expect(page.locator('iframe')).toHaveCount(0);
    expect(await page.evaluate(() => ['scrollStory', 'twoLines'].filter((name) => name in window))).toEqual([]);
  });

  test('an address bar and a history that throw throw nothing in loader and card', async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      for (const name of ['pushState', 'replaceState'] as const) history[name] = () => { throw new DOMException('too often', 'SecurityError'); };
    });
    await newsroom.open(page, place('cases', baseURL!));
    await expectFit(page);
    const frame = await frameOf(page);
    await frame.locator('[data-turn="1"]').click();
    await expect(frame.locator('.count[aria-hidden]')).toHaveText('2 / 3');
  });
});

test.describe('the first height told', () => {
  /** A host that only listens. */
  const listener = (frame: string): string => `<script>window.told = []; addEventListener('message', ({ data }) => { if (data.type === 'embed-size') told.push(data.height); })</script>${frame}`;
  const told = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { told: number[] }).told);
  const plain = (site: string, width: number): string => listener(`<iframe title="x" sandbox="allow-scripts" src="${site}en/embed/cases/" style="border:0;width:${width}px;height:700px"></iframe>`);

  test('is not that of a column 0 px wide', async ({ page, baseURL }) => {
    await newsroom.open(page, plain(baseURL!, 0));
    await (await frameOf(page)).locator('html[data-live]').waitFor({ state: 'attached' });
    await page.waitForTimeout(600);
    expect(await told(page)).toEqual([]);
    await page.locator('iframe').evaluate((frame) => (frame.style.width = '600px'));
    await expect.poll(() => told(page)).toHaveLength(1);
    await page.waitForTimeout(600);
    expect(await told(page)).toEqual([await cardHeight(await frameOf(page))]);
  });

  test('is that of the faces, and there is no second', async ({ page, baseURL }) => {
    await newsroom.open(page, plain(baseURL!, 600));
    await expect.poll(() => told(page)).toHaveLength(1);
    await page.waitForTimeout(1000);
    expect(await told(page)).toEqual([await cardHeight(await frameOf(page))]);
  });

  test('does not wait for faces that do not come; a card that they change is told once more', async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      const late = new Promise((done) => addEventListener('faces', () => done(document.fonts)));
      Object.defineProperty(document.fonts, 'ready', { value: late });
    });
    await newsroom.open(page, plain(baseURL!, 600));
    const frame = await frameOf(page);
    await expect.poll(() => told(page)).toHaveLength(1);
    await frame.evaluate(() => {
      document.documentElement.style.fontSize = '110%';
      dispatchEvent(new Event('faces'));
    });
    await expect.poll(() => told(page)).toHaveLength(2);
    expect((await told(page))[1]).toBe(await cardHeight(frame));
  });

  test('asked for too early is not 0', async ({ page, baseURL }) => {
    await page.addInitScript(() => Object.defineProperty(document.fonts, 'ready', { value: new Promise(() => undefined) }));
    await newsroom.open(page, listener(`<script>addEventListener('DOMContentLoaded', () => setInterval(() => frames[0].postMessage({ sentinel: 'amp', type: 'frames-init' }, '*'), 5))</script><iframe title="x" src="${baseURL!}en/embed/cases/" width="600" height="700"></iframe>`));
    await expect.poll(async () => (await told(page)).length).toBeGreaterThan(3);
    expect(Math.min(...(await told(page)))).toBeGreaterThan(200);
  });
});

test.describe('a host of a single page', () => {
  type Hosted = { twoLines: { scan(root?: ShadowRoot): void; undo(): void } };

  test('50 views mounted, looked through and taken away leave no node alive', async ({ page, baseURL }) => {
    test.setTimeout(240_000);
    // The site’s own name, so that host and cards share a process and are counted together.
    await newsroom.open(page, '');
    await page.goto(newsroom.url.replace('127.0.0.1', 'localhost'));
    await page.addScriptTag({ url: `${baseURL!}embed.js` });
    const client: CDPSession = await page.context().newCDPSession(page);
    const alive = async (): Promise<number> => {
      await client.send('HeapProfiler.collectGarbage');
      return (await client.send('Memory.getDOMCounters')).nodes;
    };
    const view = async (): Promise<void> => {
      await page.evaluate(() => {
        document.body.innerHTML = '<main><div data-two-lines="cases" data-lang="en"><a href="#">cases</a></div></main>';
        (window as unknown as Hosted).twoLines.scan();
      });
      await expect(page.frameLocator('iframe').locator('html[data-live]')).toBeAttached();
      await page.evaluate(() => (document.body.innerHTML = ''));
    };
    await view();
    await page.waitForTimeout(500);
    const before = await alive();
    for (let views = 0; views < 50; views += 1) await view();
    await expect.poll(async () => (await alive()) - before, { timeout: 20_000 }).toBeLessThan(500);
  });

  test('places that come later are found, those that change are served anew, and one that comes back fits', async ({ page, baseURL }) => {
    await newsroom.open(page, `<main></main><script async src="${baseURL!}embed.js"></script>`);
    await page.waitForFunction(() => 'twoLines' in window);
    await page.evaluate(() => document.querySelector('main')!.insertAdjacentHTML('beforeend', '<section><div id="late" data-two-lines="cases" data-lang="en"><a href="#">late</a></div></section>'));
    await expectFit(page);
    await page.evaluate(() => (document.querySelector<HTMLElement>('#late')!.dataset['twoLines'] = 'checks'));
    await expect(page.frameLocator('iframe').locator('h1')).toHaveText('How much was checked');
    await expectFit(page);
    expect(await page.locator('iframe').count()).toBe(1);
    await page.evaluate(async () => {
      const section = document.querySelector('section')!;
      section.remove();
      await new Promise((done) => setTimeout(done, 300));
      document.querySelector('main')!.style.width = '340px';
      document.querySelector('main')!.append(section);
    });
    await expectFit(page);
    await page.evaluate(() => (document.querySelector('#late')!.innerHTML = '<a href="#">drawn anew by its framework</a>'));
    await expectFit(page);
    expect(await page.locator('iframe').count()).toBe(1);
    await page.evaluate(() => (window as unknown as Hosted).twoLines.undo());
    await expect(page.locator('#late')).toHaveText('drawn anew by its framework');
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div data-two-lines="cases"><a href="#">after</a></div>'));
    await page.waitForTimeout(300);
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});

test.describe('two loaders of two addresses', () => {
  const cards = (name: string): RequestListener => (request, response) =>
    (request.url === '/embed.js' ? sendLoader(response) : send(response, 'text/html', `<h1>${name}</h1><script>parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: 400 }, '*')</script>`));
  let other: Server;
  test.beforeAll(async () => {
    other = await startServer(cards('other'));
  });
  test.afterAll(() => other.close());
  const heads = (page: Page): Promise<string[]> => Promise.all([0, 1].map((index) => page.frameLocator(`iframe >> nth=${index}`).locator('h1').innerText()));
  const at = (url: string): string => `<div data-two-lines="cases"><a href="${url}#cases-2019">a chart</a></div>`;
  const code = (url: string): string => `<script async src="${url}embed.js"></script>`;

  for (const [name, body] of [
    ['each behind its own place, with links that lead nowhere', () => place('cases', site.url) + place('cases', other.url)],
    ['in the head, told apart by the places’ links', () => code(other.url) + code(site.url) + at(site.url) + at(other.url)],
    ['at the end, the other way round', () => at(site.url) + at(other.url) + code(other.url) + code(site.url)],
  ] as const) {
    test(`${name}: each its own places`, async ({ page }) => {
      answer = cards('own');
      await newsroom.open(page, body());
      await expect.poll(() => heads(page)).toEqual(['own', 'other']);
      await expect(page.locator('iframe:visible')).toHaveCount(2);
      await page.evaluate(() => (window as unknown as { twoLines: { undo(): void } }).twoLines.undo());
      await expect(page.locator('iframe')).toHaveCount(0);
      await expect(page.getByRole('link')).toHaveCount(2);
    });
  }
});

test.describe('a loader that is not told its address', () => {
  test.beforeEach(() => {
    answer = (request, response) => (request.url === '/embed.js' ? sendLoader(response) : send(response, 'text/html', readFileSync(`${FOLDER}${request.url!.split('?')[0]!}index.html`)));
  });
  const warnings = (page: Page): string[] => {
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && said.push(message.text()));
    return said;
  };

  for (const [name, script] of [
    ['as a module', () => `<script type="module" src="${site.url}embed.js"></script>`],
    ['imported', () => `<script type="module">import('${site.url}embed.js')</script>`],
  ] as const) {
    test(`${name}, works`, async ({ page }) => {
      await newsroom.open(page, `<div data-two-lines="cases" data-lang="en">${LINK}</div>${script()}`);
      await expectFit(page);
    });
  }

  test('in a shadow root, with its place, works, now and later', async ({ page }) => {
    await newsroom.open(page, `<div id="host"></div><script>
      const root = document.querySelector('#host').attachShadow({ mode: 'open' });
      root.innerHTML = '<div id="first" data-two-lines="cases" data-lang="en">${LINK}</div>';
      root.append(Object.assign(document.createElement('script'), { src: '${site.url}embed.js' }));
    </script>`);
    await expectFit(page, '#first iframe');
    await page.evaluate(() => document.querySelector('#host')!.shadowRoot!.append(Object.assign(document.createElement('div'), { id: 'second', innerHTML: '<div data-two-lines="checks" data-lang="en"><a href="#">later</a></div>' })));
    await expectFit(page, '#second iframe');
  });

  test('as a text without an address says so in one line, and the link stands', async ({ page }) => {
    const said = warnings(page);
    await newsroom.open(page, `<div data-two-lines="cases" data-lang="en">${LINK}</div><script>${readFileSync(LOADER, 'utf8').replaceAll('</script', '<\\/script')}</script>`);
    await expect(link(page)).toBeVisible();
    expect(said).toEqual([expect.stringMatching(/^embed\.js cannot tell where it came from/)]);
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});

/** Parents that shrink to what is in them. */
const SHRINKING = {
  'a block': 'display:block', 'a flex row': 'display:flex', 'a flex row that centres': 'display:flex;justify-content:center;align-items:center', 'a centred column': 'display:flex;flex-direction:column;align-items:center',
  'a grid': 'display:grid', 'a grid that centres': 'display:grid;place-items:center', 'a float': 'float:left', 'an inline-block': 'display:inline-block', 'a fitting box': 'width:fit-content', 'a box out of the flow': 'position:absolute',
};
const PLAINLY = { theme: '', map: '', strict: false } as const;
const piece = (root: string): Piece => ({ id: 'cases', lang: 'en', title: 'Fewer cases solved', frame: `${root}en/embed/cases/`, loader: `${root}embed.js`, article: `${root}en/#cases-2019`, heights: roomFor('cases', 'en') });
const CODES = { snippet: (root: string) => frameSnippet(piece(root), PLAINLY), loader: (root: string) => loaderSnippet(piece(root), PLAINLY) };
const PICTURE = (root: string): string =>
  pictureSnippet({ src: `${root}pictures/cases/cases-since.en.light.png`, srcset: `${root}pictures/cases/cases-since.en.light@2x.png 2x`, width: 1080, alt: 'A chart', article: `${root}en/`, credit: 'Chart: us' });
const COLUMNS = [800, 640, 340];

/** The whole card is seen: the frame has its width and no less than its height. */
async function expectWhole(page: Page, what: string, width: number): Promise<void> {
  await expect.poll(() => page.locator('iframe').evaluate((frame) => Math.round(frame.clientWidth)), { message: `width in ${what}` }).toBe(width);
  const frame = await frameOf(page);
  await frame.locator('html[data-live]').waitFor({ state: 'attached' });
  await expect.poll(async () => (await page.locator('iframe').evaluate(({ clientHeight }) => clientHeight)) - (await cardHeight(frame)), { message: `room left in ${what}` }).toBeGreaterThanOrEqual(0);
  expect((await page.locator('iframe').evaluate(({ clientHeight }) => clientHeight)) - (await cardHeight(frame)), `room too many in ${what}`).toBeLessThan(190);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `sideways in ${what}`).toBeLessThanOrEqual(0);
}

test.describe('as wide as its column and as high as its card', () => {
  test.use({ viewport: { width: 900, height: 1000 } });

  /** A column, and a parent in it, whose rules change while the page stays: a frame that is not moved does not load anew. */
  const within = (code: string): string => `<style id="rules"></style><main style="position:relative"><section>${code}</section></main>`;
  const restyle = (page: Page, rules: string, width: number, parent = ''): Promise<void> =>
    page.evaluate(([sheet, px, style]) => {
      document.querySelector('#rules')!.textContent = sheet;
      document.querySelector('main')!.style.width = `${px}px`;
      document.querySelector('section')!.style.cssText = style;
    }, [rules, width, parent] as const);

  for (const [kind, code] of Object.entries(CODES)) {
    test(`${kind} in every parent that shrinks to its content`, async ({ page, baseURL }) => {
      await newsroom.open(page, within(code(baseURL!)));
      for (const width of COLUMNS) {
        for (const [name, parent] of Object.entries(SHRINKING)) {
          await restyle(page, '', width, parent);
          await expectWhole(page, `${name}, ${width} px`, width);
        }
      }
      await newsroom.open(page, `<main style="width:640px"><table cellspacing="0" cellpadding="0"><tr><td>${code(baseURL!)}</td></tr></table></main>`);
      await expectWhole(page, 'a table', 640);
    });

    test(`${kind} under rules of the host’s against it`, async ({ page, baseURL }) => {
      await newsroom.open(page, within(code(baseURL!)));
      for (const [rules, less] of [
        ['iframe{max-width:100%;height:auto!important}', 0], ['iframe{max-height:400px}', 0], ['iframe{max-height:400px!important}', 0], ['iframe{aspect-ratio:16/9;height:auto}', 0],
        ['iframe{aspect-ratio:16/9!important;height:auto!important;width:100%!important}', 0], ['*{box-sizing:border-box} iframe{padding:10px;border:5px solid!important}', 0],
        ['iframe{padding:10px!important;margin:20px!important;border:5px solid!important}', 0], ['div{padding:20px!important}', 40], ['*{box-sizing:border-box} div{padding:20px!important}', 40],
        ['iframe{width:300px!important;min-width:0!important;min-height:0!important}', 0], ['span{display:inline!important;padding:0!important;height:0!important}', 0], ['iframe{height:200px!important}', 0],
      ] as const) {
        await restyle(page, rules, 640);
        await expectWhole(page, rules, 640 - less);
      }
    });
  }

  test('stripped of its styles the snippet shows a whole card of a phone, and the picture stays in its column', async ({ page, baseURL }) => {
    const strip = (code: string): string => code.replaceAll(/ style="[^"]*"/g, '');
    for (const width of [640, 340]) {
      for (const without of [strip, (code: string) => code.replace(/<span .*?<\/span>\n/, '')]) {
        await newsroom.open(page, `<div style="width:${width}px">${without(CODES.snippet(baseURL!))}</div>`);
        const frame = await frameOf(page);
        await frame.locator('html[data-live]').waitFor({ state: 'attached' });
        const box = (await page.locator('iframe').boundingBox())!;
        expect(box.width).toBeLessThanOrEqual(width);
        expect(box.width).toBeGreaterThanOrEqual(320);
        expect(box.height).toBeGreaterThan(700);
        if (without === strip) expect(box.height).toBeGreaterThanOrEqual(await cardHeight(frame));
        await expect(page.getByRole('link', { name: 'Fewer cases solved' })).toBeVisible();
      }
      await newsroom.open(page, `<div style="width:${width}px">${strip(PICTURE(baseURL!)).replace('<figure>', '<figure style="margin:0">')}</div>`);
      expect((await page.locator('img').boundingBox())!.width).toBe(320);
    }
  });

  test('no picture is wider than its column, in any parent, under a rule that frees its width', async ({ page, baseURL }) => {
    await newsroom.open(page, within(PICTURE(baseURL!)));
    const image = page.locator('img');
    const shape = await image.evaluate(async (each: HTMLImageElement) => {
      await each.decode();
      return each.naturalHeight / each.naturalWidth;
    });
    for (const width of COLUMNS) {
      for (const [name, parent] of Object.entries({ ...SHRINKING, 'a table cell': 'display:table-cell' })) {
        for (const rule of ['', 'img{width:auto;max-width:none}', 'img{height:100px;max-width:none}']) {
          await restyle(page, `figure{margin:0}${rule}`, width, parent);
          const { width: wide, height } = (await image.boundingBox())!;
          expect(Math.round(wide), `${name}, ${width} px ${rule}`).toBe(width);
          expect(height / wide, 'its shape').toBeCloseTo(shape, 2);
        }
      }
    }
  });
});

test('printed on narrower paper, no card loses its last line, and no blank is printed for one that has not spoken', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  // On paper nobody answers: what the cards say from then on is not heard.
  const deaf = '<script>addEventListener("message", (event) => window.deaf && event.stopImmediatePropagation())</script>';
  for (const paper of [643, 500]) {
    await newsroom.open(page, `${deaf}<style>body{margin:0 20px}</style>${place('cases', baseURL!)}`);
    await expectFit(page);
    const screen = await heightOf(page);
    await page.evaluate(() => {
      (window as unknown as { deaf: boolean }).deaf = true;
      dispatchEvent(new Event('beforeprint'));
    });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: paper, height: 900 });
    await page.waitForTimeout(300);
    const frame = await frameOf(page);
    expect(await heightOf(page), `on ${paper} px`).toBeGreaterThanOrEqual(await cardHeight(frame));
    expect(await cardHeight(frame), 'the paper asks for more than the screen').toBeGreaterThan(screen);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await heightOf(page)).toBe(screen);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await newsroom.open(page, `<div style="height:20000px"></div>${place('cases', baseURL!)}`);
  await expect.poll(() => placeHeight(page)).toBeGreaterThan(700);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await placeHeight(page)).toBeLessThan(60);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await placeHeight(page)).toBeGreaterThan(700);
});

test.describe('versions', () => {
  const old = (id: string): Buffer => brotliDecompressSync(readFileSync(`${FIRST}/${id}.html.br`));
  const today = (id: string): Buffer => readFileSync(`${FOLDER}/en/embed/${id}/index.html`);
  const idOf = (url = ''): string => /embed\/([\w-]+)\//.exec(url)![1]!;

  for (const [name, loader, card] of [
    ['today’s loader with the first cards', LOADER, old],
    ['the first loader with today’s cards', `${FIRST}/embed.js`, today],
    ['today’s of both', LOADER, today],
  ] as const) {
    test(`${name}: each fits, follows its column, and steps`, async ({ page }) => {
      answer = (request, response) => (request.url === '/embed.js' ? sendLoader(response, loader) : send(response, 'text/html; charset=utf-8', card(idOf(request.url))));
      await page.setViewportSize({ width: 700, height: 900 });
      for (const id of ['line-heilongjiang', 'known-users']) {
        await newsroom.open(page, place(id, site.url));
        await expectFit(page);
        await page.setViewportSize({ width: 360, height: 900 });
        await expect.poll(() => heightOf(page)).toBeGreaterThan(750);
        await expectFit(page);
        const frame = await frameOf(page);
        await expect(frame.locator('html')).toHaveAttribute('data-live', '');
        await frame.locator('[data-turn="1"]').click();
        await expect(frame.locator('.count[aria-hidden]')).toHaveText(/^2 \//);
        await expect(page.locator('iframe')).toBeVisible();
        await page.setViewportSize({ width: 700, height: 900 });
      }
    });
  }

  test('are stated by both sides', async ({ page, baseURL }) => {
    await newsroom.open(page, `<script>window.versions = []; addEventListener('message', ({ data }) => versions.push(data.version))</script>${place('cases', baseURL!)}`);
    await expectFit(page);
    expect(new URL((await page.locator('iframe').getAttribute('src'))!).searchParams.get('loader')).toBe('2');
    expect(new Set(await page.evaluate(() => (window as unknown as { versions: unknown[] }).versions))).toEqual(new Set([2]));
  });
});

test('what a host or a stranger adds to an address or a message makes no markup, no title and no error', async ({ page, baseURL }) => {
  await newsroom.open(page, `<div data-two-lines="cases" data-lang='"><b>' data-theme="dark&step=reveal#x" data-step="../../" data-map="%00" data-heights="9e9 -1 x">${LINK}</div><script async src="${baseURL!}embed.js"></script>`);
  await expectFit(page);
  const frame = await frameOf(page);
  for (const title of [7, null, {}, ['x'], '<b>markup</b>', 'x'.repeat(100_000)]) await frame.evaluate((value) => parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: 500, version: { a: 1 }, title: value }, '*'), title);
  await expect.poll(() => heightOf(page)).toBe(500);
  await expect(page.locator('iframe')).toHaveAttribute('title', 'The chart, as a link');
  await expect(page.locator('[data-two-lines] b')).toHaveCount(0);
  for (const id of ['', '../x', 'cases/../../', 'javascript:alert(1)', '"><b>', 'https://a.example/', 'Ｃases']) {
    await newsroom.open(page, `<div data-two-lines="${id.replaceAll('"', '&quot;')}">${LINK}</div><script async src="${baseURL!}embed.js"></script>`);
    await page.waitForFunction(() => 'twoLines' in window);
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(link(page)).toBeVisible();
  }
});

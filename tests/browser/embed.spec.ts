import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { EMBEDS, type EmbedId } from '../../src/embed/embeds.ts';
import { NARROW } from '../../src/embed/room.ts';
import { settings } from '../../src/settings.ts';
import { roomFor } from './built.ts';
import { cardHeight, expectFit, frameOf, heightOf, startNewsroom, type Newsroom } from './newsroom.ts';
import { expect, gotoStory, settle, test } from './support.ts';

const FRAMES = readFileSync('node_modules/@newswire/frames/dist/frames.umd.js', 'utf8');
const PYM = readFileSync('node_modules/pym.js/dist/pym.v1.min.js', 'utf8');
/** A card may leave this much of its reserved height empty at any width, px; where it stands highest, this share. */
const SLACK = 190;
const SPARE = 0.08;

// The newsroom's page lies on a host of its own, a real one: a browser lets no made-up public page frame this machine.
test.use({ expectedErrors: [/^other host: http:\/\/127\.0\.0\.1:\d+\/$/] });
let newsroom: Newsroom;
test.beforeAll(async () => {
  newsroom = await startNewsroom();
});
test.afterAll(() => newsroom.close());
const openHost = (page: Page, body: string, policy = ''): Promise<void> => newsroom.open(page, body, policy);

/** What WordPress does in a host page (wp-includes/js/wp-embed.js), said again: it shows the frame once the guest has sent a height, between 200 and 1,000 px, with the right secret. */
const WORDPRESS = `addEventListener('message', ({ source, data }) => {
  if (!data || !data.secret || !data.message || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow) continue;
    frame.removeAttribute('style');
    for (const quote of document.querySelectorAll('blockquote')) quote.style.display = 'none';
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    if (data.message === 'link') window.asked = data.value;
  }
});`;

test.describe('a card by itself', () => {
  for (const locale of ['zh', 'en'] as const) {
    test(`is 200 to 1,000 px high, within its reserved height, and never scrolls sideways, ${locale}`, async ({ page }) => {
      for (const { id } of EMBEDS) {
        const highest = [0, 0];
        await gotoStory(page, `${locale === 'en' ? 'en/' : ''}embed/${id}/`);
        for (const width of [320, 344, 360, 400, 480, 559, 560, 640, 688, 768, 888, 900, 1024, 1120]) {
          await page.setViewportSize({ width, height: 700 });
          const { height, sideways } = await page.evaluate(() => ({
            height: Math.ceil(document.querySelector('.card')!.getBoundingClientRect().height),
            sideways: document.documentElement.scrollWidth - innerWidth,
          }));
          const side = width < NARROW ? 0 : 1;
          const reserved = roomFor(id, locale)[side];
          highest[side] = Math.max(highest[side]!, height);
          expect(height, `${id} at ${width}`).toBeGreaterThanOrEqual(200);
          expect(reserved, `${id} at ${width}: the room kept by src/embed/heights.ts`).toBeLessThanOrEqual(1000);
          expect(height, `${id} at ${width} is higher than src/embed/heights.ts says`).toBeLessThanOrEqual(reserved);
          expect(height, `${id} at ${width} is much lower than src/embed/heights.ts says`).toBeGreaterThan(reserved - SLACK);
          expect(sideways, `${id} at ${width}`).toBe(0);
        }
        for (const [side, height] of highest.entries()) expect(roomFor(id, locale)[side], `${id}: much more room is kept than its card ever takes`).toBeLessThanOrEqual(height * (1 + SPARE));
      }
    });
  }

  test('turns by button, key and finger, keeps its height, and says where it is', async ({ browser, baseURL }) => {
    const page = await (await browser.newContext({ baseURL: baseURL!, hasTouch: true, viewport: { width: 375, height: 800 }, reducedMotion: 'reduce' })).newPage();
    await gotoStory(page, 'en/embed/line-heilongjiang/');
    const shown = page.locator('.step[data-current] h2');
    const height = await cardHeight(page.mainFrame());
    await expect(shown).toHaveText('The length of China, by parcel');
    await page.getByRole('button', { name: 'Previous step' }).click({ force: true });
    await expect(shown).toHaveText('The length of China, by parcel');
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect(shown).toHaveText('On the island, it branches');
    await expect(page.getByRole('status').first()).toHaveText('Step 2 of 4: On the island, it branches');
    await expect(page.locator('.canvas-holder.portrait .county').first()).toBeAttached();
    await page.keyboard.press('ArrowRight');
    await expect(shown).toHaveText('Back up the line');
    await page.locator('.stage').evaluate((stage) => {
      const touch = (x: number): Touch => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 200 });
      stage.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(260)], changedTouches: [touch(260)] }));
      stage.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [touch(120)] }));
    });
    await expect(shown).toHaveText('Here the line stops');
    expect(await cardHeight(page.mainFrame())).toBe(height);
    for (const button of await page.locator('[data-turn]').all()) expect(Math.min(...Object.values((await button.boundingBox())!).slice(2))).toBeGreaterThanOrEqual(44);
    await page.context().close();
  });

  test('compares a guess beside the answer, and keeps its height', async ({ page }) => {
    await page.setViewportSize({ width: 600, height: 800 });
    await gotoStory(page, 'en/embed/known-users/');
    const height = await cardHeight(page.mainFrame());
    await page.getByLabel('Type a number').fill('1000');
    await page.getByRole('link', { name: 'Show the answer' }).click();
    await expect(page.locator('.verdict')).toHaveText('You guessed 1,000. The fall was 1,170: 170 more than you thought.');
    await expect(page.locator('.step[data-current]')).toHaveAttribute('id', 'reveal');
    expect(await cardHeight(page.mainFrame())).toBe(height);
    expect(page.url()).not.toContain('#');
  });

  test('works the months of “since 2020”', async ({ page }) => {
    await gotoStory(page, 'en/embed/cases/?step=same-length');
    await page.getByRole('slider').fill('12');
    await expect(page.locator('.widget .out')).toContainText('1.8 cases a month');
    await expect(page.locator('.canvas-holder.landscape')).toContainText('1.8');
  });

  test('takes theme, step and map from the address, and anything else quietly not', async ({ page }) => {
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [night, day] = ['rgb(11, 24, 38)', 'rgb(245, 241, 234)'];
    await page.emulateMedia({ colorScheme: 'dark' });
    await gotoStory(page, 'embed/cases/');
    expect(await ground()).toBe(day);
    await gotoStory(page, 'embed/cases/?theme=dark');
    expect(await ground()).toBe(night);
    await gotoStory(page, 'embed/cases/?theme=auto');
    expect(await ground()).toBe(night);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground()).toBe(day);
    await gotoStory(page, 'embed/side-by-side/?theme=light');
    expect(await ground()).toBe(day);
    await gotoStory(page, 'embed/line-hubei/?step=round-up&map=schematic');
    await expect(page.locator('.step[data-current]')).toHaveAttribute('id', 'round-up');
    await expect(page.locator('.canvas-holder.landscape .node').first()).toBeVisible();
    await expect(page.locator('.canvas-holder.landscape use')).toHaveCount(0);
    await expect(page.locator('.foot')).toContainText('不含地理边界');
  });

  test('anything else in the address does nothing, and never becomes markup', async ({ page }) => {
    const plain = async (): Promise<unknown> => page.evaluate(() => ({
      attributes: [...document.documentElement.attributes].map(({ name }) => name).sort(),
      step: document.querySelector('.step[data-current]')!.id,
      ground: getComputedStyle(document.body).backgroundColor,
      elements: document.querySelectorAll('*').length,
      land: document.querySelectorAll('.canvas-holder.landscape use[href="#isle-coast"]').length > 0,
    }));
    await gotoStory(page, 'embed/line-hubei/');
    const expected = await plain();
    expect(expected).toMatchObject({ step: 'hubei', ground: 'rgb(11, 24, 38)', land: true });
    for (const value of [
      '"><img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', "';alert(1)//", 'javascript:alert(1)', '__proto__', 'constructor', 'toString', '../../en/', '\u0000', '\u202edark', 'dark ', 'DARK', '-1', '1e9', 'reveal', 'x'.repeat(1000),
    ]) {
      const hostile = encodeURIComponent(value);
      await gotoStory(page, `embed/line-hubei/?theme=${hostile}&step=${hostile}&map=${hostile}&childId=${hostile}#?secret=${hostile}`);
      expect(await plain(), value.slice(0, 40)).toEqual(expected);
      expect(await page.content()).not.toContain('alert(1)');
      await page.goto('about:blank'); // else a new #secret alone would load nothing
    }
  });

  test('nothing moves while it loads, and nothing but the page is asked for or kept', async ({ page, context }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
    await page.addInitScript(() => {
      (window as unknown as { shift: number }).shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const id of ['line-heilongjiang', 'known-users', 'story'] satisfies EmbedId[]) {
      asked.length = 0;
      await gotoStory(page, `embed/${id}/`);
      await settle(page);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), id).toBe(0);
      expect(asked.filter((protocol) => protocol !== 'data:'), id).toEqual(['http:']);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length), id).toBe(0);
    }
    expect(await context.cookies()).toEqual([]);
  });

  test('has no fault that axe finds, light and dark, stepped and flat', async ({ page }) => {
    for (const path of ['embed/known-users/', 'en/embed/line-heilongjiang/?theme=light', 'en/embed/cases/?theme=dark&step=same-length']) {
      await gotoStory(page, path);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), path).toEqual([]);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every step lies flat with its words and its picture', async ({ page }) => {
    await page.goto('./en/embed/known-users/');
    // The answer does not stand beside the question.
    await expect(page.locator('#reveal h2')).toBeHidden();
    await expect(page.locator('#reveal .still svg')).toBeHidden();
    await page.locator('#reveal summary').click();
    for (const id of ['guess', 'reveal']) {
      await expect(page.locator(`#${id} h2`)).toBeVisible();
      await expect(page.locator(`#${id} .still svg`)).toBeVisible();
    }
    await expect(page.locator('.turn, .widget').first()).toBeHidden();
    await page.goto('./embed/side-by-side/');
    await expect(page.locator('.canvas-holder.landscape > svg')).toBeVisible();
  });
});

test.describe('in a host page', () => {
  const pages = {
    frames: (site: string) => `<div id="frames"></div><script>${FRAMES}</script><script>new newswireFrames.Framer(document.getElementById('frames'), { src: '${site}en/embed/cases/', attributes: { sandbox: 'allow-scripts', title: 'x' } })</script>`,
    pym: (site: string) => `<div id="pym"></div><script>${PYM}</script><script>new pym.Parent('pym', '${site}en/embed/round-ups/', { sandbox: 'allow-scripts' })</script>`,
    wordpress: (site: string) => `<script>${WORDPRESS}</script><blockquote><a href="${site}">x</a></blockquote><iframe id="wordpress" sandbox="allow-scripts" security="restricted" style="position: absolute; visibility: hidden;" frameborder="0" width="100%" height="740" scrolling="no" data-secret="a1B2c3D4e5" src="${site}en/embed/checks/#?secret=a1B2c3D4e5"></iframe>`,
    loader: (site: string) => `<div id="loader" data-two-lines="back-to-work" data-lang="en" data-heights="950 690"><a href="${site}">Recovery</a></div><script async src="${site}embed.js"></script>`,
  };
  const SELECTORS = { frames: '#frames iframe', pym: '#pym iframe', wordpress: '#wordpress', loader: '#loader iframe' };

  for (const [name, body] of Object.entries(pages)) {
    test(`${name}: fits, grows, shrinks, follows a larger type, and steps in the strict sandbox`, async ({ page, baseURL }) => {
      const selector = SELECTORS[name as keyof typeof pages];
      await page.setViewportSize({ width: 900, height: 900 });
      await openHost(page, body(baseURL!));
      await expect(page.locator(selector)).toBeVisible();
      await expectFit(page, selector);
      const wide = await heightOf(page, selector);
      const frame = await frameOf(page, selector);
      expect(await frame.evaluate(() => origin)).toBe('null');
      await page.evaluate(() => (document.body.style.width = '340px'));
      await expect.poll(() => heightOf(page, selector)).toBeGreaterThan(wide);
      await expectFit(page, selector);
      const narrow = await heightOf(page, selector);
      await page.evaluate(() => (document.body.style.width = '640px'));
      await expect.poll(() => heightOf(page, selector)).toBeLessThan(narrow);
      await expectFit(page, selector);
      const before = await heightOf(page, selector);
      await frame.evaluate(() => (document.documentElement.style.fontSize = '120%'));
      await expect.poll(() => heightOf(page, selector)).toBeGreaterThan(before);
      await expectFit(page, selector);
      await frame.locator('[data-turn="1"]').click();
      await expect(frame.locator('.count[aria-hidden]')).toHaveText(/^2 \//);
    });
  }

  test('no host and guest push each other: 30 s without one more change of height', async ({ page, baseURL }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 700, height: 900 });
    await openHost(page, Object.values(pages).map((body) => body(baseURL!)).join(''));
    for (const selector of Object.values(SELECTORS)) {
      await page.locator(selector).scrollIntoViewIfNeeded();
      await expectFit(page, selector);
    }
    await page.evaluate(() => {
      const changes: string[] = [];
      (window as unknown as { changes: string[] }).changes = changes;
      for (const frame of document.querySelectorAll('iframe')) new MutationObserver(() => changes.push(frame.src)).observe(frame, { attributes: true });
      addEventListener('message', ({ data }) => changes.push(JSON.stringify(data)));
    });
    await page.waitForTimeout(30_000);
    expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
  });

  test('WordPress asks again and is told again; a link is handed over to it', async ({ page, baseURL }) => {
    await openHost(page, pages.wordpress(baseURL!));
    await expectFit(page, SELECTORS.wordpress);
    const told = await heightOf(page, SELECTORS.wordpress);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      frame.height = '300';
      frame.contentWindow!.postMessage({ message: 'ready', secret: 'other' }, '*');
      frame.contentWindow!.postMessage({ message: 'ready', secret: 'a1B2c3D4e5' }, '*');
    });
    await expect.poll(() => heightOf(page, SELECTORS.wordpress)).toBe(told);
    await (await frameOf(page)).locator('.more a').click();
    await expect.poll(() => page.evaluate(() => (window as unknown as { asked?: string }).asked)).toMatch(/\/en\/#venues$/);
  });

  test('the whole story lies flat where the frame takes any height, and steps where it does not', async ({ page, baseURL }) => {
    const site = baseURL!;
    await page.setViewportSize({ width: 700, height: 900 });
    await openHost(page, pages.frames(site).replace('embed/cases/', 'embed/story/?map=schematic'));
    await expect.poll(() => heightOf(page)).toBeGreaterThan(8000);
    await expectFit(page);
    const flat = await frameOf(page);
    await expect(flat.locator('.turn')).toBeHidden();
    await expect(flat.locator('.still svg')).toHaveCount(23);
    await expect(flat.locator('.still use')).toHaveCount(0);
    await page.waitForTimeout(2000);
    expect(await heightOf(page), 'it stays flat').toBeGreaterThan(8000);

    await openHost(page, `<iframe title="x" sandbox="allow-scripts" src="${site}embed/story/" frameborder="0" width="600" height="700"></iframe>`);
    const fixed = await frameOf(page);
    await expect(fixed.locator('.turn')).toBeVisible();
    await page.locator('iframe').evaluate((frame) => ((frame as HTMLElement).style.width = '640px'));
    await page.waitForTimeout(300);
    await expect(fixed.locator('.turn')).toBeVisible();
    expect(await heightOf(page)).toBeGreaterThanOrEqual(700);

    // A host with a ceiling that it does not speak of.
    await openHost(page, `<iframe title="x" sandbox="allow-scripts" src="${site}embed/story/" frameborder="0" width="600" height="500"></iframe><script>addEventListener('message', ({ data }) => { if (data.type === 'embed-size') document.querySelector('iframe').height = Math.min(1200, data.height) })</script>`);
    const capped = await frameOf(page);
    await expect(capped.locator('html')).toHaveAttribute('data-mode', 'flat');
    await expect(capped.locator('html')).toHaveAttribute('data-mode', 'steps');
    await expectFit(page);
  });
});

test.describe('in a host page that allows little', () => {
  // The host's own icon and style are what its policy forbids, and the browser says so. One pattern, for a list of two would be read as a fixture and its options.
  test.use({ expectedErrors: [/^other host: http:\/\/127\.0\.0\.1:\d+\/$|Loading the image 'data:,' violates|Applying inline style violates|Blocked script execution in '[^']*\/en\/embed\/checks\/'/] });

  test('the code of the gallery works where a policy allows no more than it says, and its height follows the column by style alone', async ({ page, baseURL }) => {
    await gotoStory(page, 'en/embed/');
    const real = new URL(baseURL!).origin;
    const text = async (id: string): Promise<string> => (await page.locator(`#${id}`).textContent())!.replaceAll(new URL(settings.siteUrl).origin, real);
    const codes = { frame: await text('cases-frame'), loader: await text('cases-loader'), picture: await text('cases-picture') };
    const policy = async (id: string, own = "style-src 'unsafe-inline'"): Promise<string> => `default-src 'none'; ${own}; ${(await text(id)).replace('Content-Security-Policy: ', '')}`;
    const policies = { frame: await policy('headers-frame'), bare: await policy('headers-frame', "style-src 'none'"), loader: await policy('headers-loader'), picture: await policy('headers-picture') };

    await page.setViewportSize({ width: 640, height: 900 });
    await openHost(page, codes.frame, policies.frame);
    const [narrow, wider] = roomFor('cases', 'en');
    for (const [width, height] of [[640, wider], [NARROW, wider], [NARROW - 1, narrow], [320, narrow]] as const) {
      await page.setViewportSize({ width, height: 900 });
      expect(await heightOf(page), `at ${width}`).toBe(height);
      expect(await cardHeight(await frameOf(page)), `card at ${width}`).toBeLessThanOrEqual(height);
    }
    await openHost(page, codes.frame, policies.bare);
    expect(await page.locator('iframe').evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])).toEqual([320, narrow]);

    await page.setViewportSize({ width: 640, height: 900 });
    await openHost(page, codes.loader, policies.loader);
    await expectFit(page);
    await openHost(page, codes.picture, policies.picture);
    expect(await page.locator('img').evaluate(async (img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(1080);
  });

  test('in a sandbox that allows no script at all, the stills with their words', async ({ page, baseURL }) => {
    await openHost(page, `<iframe title="x" sandbox src="${baseURL!}en/embed/checks/" width="600" height="900"></iframe>`);
    const frame = await frameOf(page);
    for (const id of ['venues', 'places-checked', 'coast']) {
      await expect(frame.locator(`#${id} h2`)).toBeVisible();
      await expect(frame.locator(`#${id} .still svg`)).toBeVisible();
    }
    await expect(frame.locator('.turn')).toBeHidden();
  });
});

test.describe('the loader', () => {
  const TEN = EMBEDS.map(({ id }) => `<p><span data-two-lines="${id}" data-theme="dark"><a href="#">${id}, as a link</a></span></p>`).concat('<div data-two-lines="cases" data-lang="en" data-step="reveal" data-heights="905 655" data-strict><a href="#">again</a></div>').join('').replaceAll('span', 'div');
  type Hosted = { twoLines: { scan(): void; undo(): void } };

  test('serves ten places on a page, twice loaded, and puts everything back', async ({ page, baseURL }) => {
    await openHost(page, `${TEN}<div data-two-lines="&quot;><b>"></div><script async src="${baseURL!}embed.js"></script><script async src="${baseURL!}embed.js"></script>`);
    await expect(page.locator('iframe')).toHaveCount(10);
    await page.addScriptTag({ url: `${baseURL!}embed.js` });
    expect(await page.locator('iframe').count()).toBe(10);
    const frames = await page.locator('iframe').evaluateAll((all) =>
      (all as HTMLIFrameElement[]).map(({ title, loading, sandbox, referrerPolicy, offsetHeight, src }) => ({ title, loading, sandbox: sandbox.value, policy: referrerPolicy, height: offsetHeight, src })));
    for (const { title, loading, policy, height } of frames) {
      expect(title).not.toBe('');
      expect([loading, policy]).toEqual(['lazy', 'no-referrer']);
      expect(height).toBeGreaterThanOrEqual(200);
    }
    expect(frames[0]).toMatchObject({ title: 'line-heilongjiang, as a link', sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox', src: `${baseURL!}embed/line-heilongjiang/?theme=dark&loader=2#card` });
    // Far below what is seen, so nothing but what its place asks for.
    expect(frames[9]).toMatchObject({ sandbox: 'allow-scripts', height: 655, src: `${baseURL!}en/embed/cases/?step=reveal&loader=2#card` });
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<div id="late" data-two-lines="checks"><a href="#">late</a></div>');
      (window as unknown as Hosted).twoLines.scan();
    });
    await expect(page.locator('#late iframe')).toHaveCount(1);
    await page.evaluate(() => (window as unknown as Hosted).twoLines.undo());
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.locator('[data-two-lines="cases"]').last()).toHaveText('again');
    expect(await page.evaluate(() => 'twoLines' in window)).toBe(false);
  });

  test('believes only its own frames, clamps what they say, and survives a thousand hostile messages', async ({ page, baseURL }) => {
    await openHost(page, `<div data-two-lines="cases"><a href="#">cases</a></div><iframe id="stranger" srcdoc="x" title="stranger"></iframe><script async src="${baseURL!}embed.js"></script>`);
    const own = '[data-two-lines] iframe';
    await expectFit(page, own);
    const height = await heightOf(page, own);
    const { count, tall } = await page.evaluate(async () => {
      const stranger = (document.querySelector('#stranger') as HTMLIFrameElement).contentWindow as Window & typeof globalThis;
      const junk = [null, undefined, 7, 'pymxPYMxaxPYMxheightxPYMx1', '', [], {}, { sentinel: 'amp' }, { sentinel: 'amp', type: 'embed-size', height: 999 }, { sentinel: 'amp', type: 'embed-size', height: 'NaN' }, { sentinel: 'amp', type: 'embed-size', height: Infinity }, { message: 'height', value: 1 }, { sentinel: { toString: 1 }, type: [] }];
      for (let i = 0; i < 1000; i += 1) {
        if (i % 2) postMessage(junk[i % junk.length], '*');
        else stranger.eval(`parent.postMessage(${JSON.stringify(junk[i % junk.length]) ?? 'undefined'}, '*')`);
      }
      await new Promise((done) => setTimeout(done, 500));
      return { count: document.querySelectorAll('[data-two-lines] iframe').length, tall: document.querySelector('[data-two-lines] iframe')!.getBoundingClientRect().height };
    });
    expect([count, tall]).toEqual([1, height]);
    const frame = await frameOf(page, own);
    for (const [said, kept] of [[10_000_000, 1000], [-5, 200], [432.2, 433]] as const) {
      await frame.evaluate((value) => parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: value }, '*'), said);
      await expect.poll(() => heightOf(page, own)).toBe(kept);
    }
    for (const said of ['500', null, NaN, {}]) await frame.evaluate((value) => parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: value }, '*'), said);
    await page.waitForTimeout(200);
    expect(await heightOf(page, own)).toBe(433);
  });
});

test.describe('under a path of a newspaper’s server', () => {
  test.use({ build: 'sub-path' });

  test('the loader finds its frames, and the card comes to life', async ({ page, baseURL }) => {
    await openHost(page, `<div data-two-lines="checks" data-lang="en"><a href="#">checks</a></div><script async src="${baseURL!}embed.js"></script>`);
    await expectFit(page);
    expect(await page.locator('iframe').getAttribute('src')).toBe(`${baseURL!}en/embed/checks/?loader=2#card`);
    await expect((await frameOf(page)).locator('.count[aria-hidden]')).toHaveText('1 / 3');
  });
});

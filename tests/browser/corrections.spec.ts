import { cardHeight, expectFit, frameOf, heightOf, startNewsroom, type Newsroom } from './newsroom.ts';
import { expect, gotoStory, test } from './support.ts';

// What a reader, an editor and a program meet of corrections and withdrawals. By hand, from tests/newsroom/published and /withdrawn.

test.describe('a corrected story', () => {
  test.use({ build: 'published' });

  test('the dated note stands with its step, and the source card has old and new', async ({ page }) => {
    await gotoStory(page, 'en/#venues');
    const note = page.locator('#venues .notices');
    await note.scrollIntoViewIfNeeded();
    await expect(note).toBeVisible();
    await expect(note).toContainText('Corrected 2 July 2021: Police vehicles sent out on the sweeps (value) was “480 vehicle deployments”, is now “493 vehicle deployments”.');
    await page.locator('#prevention [data-note="qh-lectures"]').first().click();
    const card = page.getByRole('dialog');
    await expect(card).toContainText('about 300 lectures');
    await expect(card).toContainText('(how exact) was “more than”, is now “about”');
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
  });

  test('an embed says in one line that something was corrected, and opens the note', async ({ page }) => {
    await gotoStory(page, 'en/embed/checks/');
    const notes = page.locator('details.corrected');
    await expect(notes.locator('summary')).toContainText(/^Corrections and withdrawals \(\d\)/);
    await expect(notes).not.toContainText('480', { useInnerText: true });
    await notes.locator('summary').click();
    await expect(notes.getByText('is now “493 vehicle deployments”')).toBeVisible();
  });

  test('the data page answers for a version with what has changed since, and so does its JSON', async ({ page }) => {
    await gotoStory(page, 'en/data/#version-1-0-0');
    const first = page.locator('#version-1-0-0');
    await expect(first).toBeInViewport();
    await first.locator('summary').click();
    await expect(first.getByText('Corrected 8 July 2021')).toBeVisible();
    const json = await page.evaluate(async () => (await fetch('/data/changes.json')).json() as Promise<unknown>);
    expect(JSON.stringify(json)).toContain('Corrected 8 July 2021');
  });

  test('the feed is XML that parses: an entry for each correction, newest first, each with an id of its own', async ({ page }) => {
    await gotoStory(page, 'en/data/');
    const href = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
    const feed = await page.evaluate(async (path) => {
      const document = new DOMParser().parseFromString(await (await fetch(path)).text(), 'application/xml');
      const texts = (selector: string): string[] => [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
      return { faults: texts('parsererror'), updated: texts('entry > updated'), ids: texts('entry > id'), whole: texts('feed > updated') };
    }, href!);
    expect(feed.faults).toEqual([]);
    expect(feed.ids).toHaveLength(8);
    expect(new Set(feed.ids).size).toBe(8);
    expect(feed.updated).toEqual(feed.updated.toSorted().toReversed());
    expect(feed.whole).toEqual(['2021-07-08T00:00:00+08:00']);
  });
});

test.describe('a story out of which something is withdrawn', () => {
  // The newsroom's page lies on a host of its own.
  test.use({ build: 'withdrawn', expectedErrors: [/^other host: http:\/\/127\.0\.0\.1:\d+\/$/] });
  let newsroom: Newsroom;
  test.beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  test.afterAll(() => newsroom.close());

  test('the frame of a withdrawn embed shows the notice in its host, at the notice’s height, by the loader and by a bare frame', async ({ page, baseURL }) => {
    await newsroom.open(page, `<div data-two-lines="side-by-side" data-lang="en" data-heights="950 690"><a href="${baseURL!}">Both lines</a></div><script async src="${baseURL!}embed.js"></script>`);
    const frame = await frameOf(page);
    await expect(frame.locator('.card')).toContainText('6 July 2021: an embedded piece was withdrawn. Reason: the picture misleads.');
    expect(await frame.locator('svg, img, canvas').count()).toBe(0);
    await expectFit(page);
    // The notice is short: a host keeps no hole of 950 pixels for it, and cuts nothing off.
    expect(await heightOf(page)).toBeLessThan(500);
    expect(await cardHeight(frame)).toBeGreaterThanOrEqual(200);
    await newsroom.open(page, `<iframe src="${baseURL!}embed/side-by-side/" width="360" height="690" title="withdrawn"></iframe>`);
    const bare = await frameOf(page);
    await expect(bare.locator('.card')).toContainText('2021年7月6日撤回一个嵌入块。理由：图会误导。');
    await expect(bare.getByRole('link', { name: '更正与撤回的记录' })).toHaveAttribute('href', /\/data\/#corrections$/);
  });

  test('the address of a withdrawn step answers with the notice, in the article and on its own page', async ({ page }) => {
    await gotoStory(page, 'en/#coast');
    await expect(page.locator('#coast')).toContainText('5 July 2021: a part was withdrawn. Reason: at the request of those concerned.');
    await gotoStory(page, 'en/s/coast/');
    await expect(page.locator('main')).toContainText('5 July 2021: a part was withdrawn.');
  });
});

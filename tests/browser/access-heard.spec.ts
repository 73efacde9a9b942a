import type { CDPSession, Page } from '@playwright/test';
import { expect, gotoStory, settle, test } from './support.ts';

const PHONE = { width: 390, height: 844 };
const CRAMPED = { width: 640, height: 400 };

interface Node { role: string; name: string; description: string; focused: boolean; children: Node[] }
interface Raw { nodeId: string; ignored: boolean; role?: { value: string }; name?: { value: string }; description?: { value: string }; childIds?: string[]; properties?: { name: string; value: { value: unknown } }[] }

/** What Chromium hands to a screen reader: the page as a tree, without what it passes over. */
async function treeOf(page: Page): Promise<Node> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Raw[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const build = (raw: Raw): Node[] => {
    const children = (raw.childIds ?? []).flatMap((id) => (byId.has(id) ? build(byId.get(id)!) : []));
    const role = raw.role?.value ?? '';
    if (raw.ignored || ['none', 'generic', 'InlineTextBox'].includes(role)) return children;
    const focused = raw.properties?.some(({ name, value }) => name === 'focused' && value.value === true) ?? false;
    return [{ role, name: raw.name?.value ?? '', description: raw.description?.value ?? '', focused, children }];
  };
  return build(nodes[0]!)[0]!;
}
const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];
/** All that a voice can come to in a tree: its texts, and the names of its parts. */
const words = (node: Node): string => all(node).map(({ name }) => name).join('\n');

/** What has the focus, by its id or its words. */
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent.trim() ?? ''));

for (const viewport of [PHONE, CRAMPED]) {
  test.describe(`a number's source, ${viewport.width} wide`, () => {
    test.use({ viewport });

    test('opens at its title, not at its last link or its foot, and says the number before the source', async ({ page }) => {
      await gotoStory(page, 'en/#parcel');
      const number = page.locator('#parcel a.fact.calc').first();
      await number.click();
      expect(await focused(page)).toBe('source-title');
      const dialog = page.locator('dialog.source');
      expect(await dialog.evaluate((each) => each.scrollTop)).toBe(0);
      const title = (await page.locator('#source-title').boundingBox())!;
      const frame = (await dialog.boundingBox())!;
      expect(title.y).toBeGreaterThanOrEqual(frame.y);
      const card = all(await treeOf(page)).find(({ role }) => role === 'dialog')!;
      expect([card.name, card.description]).toEqual(['Where this number comes from', expect.stringMatching(/^Straight-line distance.* our calculation 3,500 kilometres$/)]);
      expect(card.children[0]).toMatchObject({ role: 'heading', name: 'Where this number comes from', focused: true });
      const told = words(card);
      for (const [before, after] of [['Straight-line distance', '3,500 kilometres'], ['3,500 kilometres', 'How it was worked out'], ['How it was worked out', 'Close']] as const) {
        expect(told.indexOf(before), before).toBeGreaterThan(0);
        expect(told.indexOf(before), `${before} before ${after}`).toBeLessThan(told.indexOf(after));
      }
      // Opened again after it was read to its foot, it begins at its top.
      await dialog.evaluate((each) => each.scrollTo(0, each.scrollHeight));
      await page.keyboard.press('Escape');
      await expect(number).toBeFocused();
      await number.click();
      expect(await dialog.evaluate((each) => each.scrollTop)).toBe(0);
    });

    test('gives the focus back to the number, however it is closed', async ({ page }) => {
      await gotoStory(page, '#ring');
      const number = page.locator('#ring a.fact').first();
      for (const close of [() => page.keyboard.press('Escape'), () => page.locator('[data-close]').click(), () => page.mouse.click(2, 200)]) {
        await number.click();
        await expect(page.locator('dialog.source')).toBeVisible();
        await close();
        await expect(page.locator('dialog.source')).toBeHidden();
        await expect(number).toBeFocused();
      }
    });
  });
}

const MODES = {
  en: { path: 'en/', off: 'Turn animation off', on: 'Turn animation on', flat: 'Read without animation', back: 'Back to scrolling', said: ['Animation is off', 'Animation is on', 'Without animation', 'Animation is on'] },
  zh: { path: '', off: '关掉动画', on: '打开动画', flat: '不看动画，直接读', back: '回到滚动版', said: ['动画已关掉', '动画已打开', '不看动画', '动画已打开'] },
} as const;
for (const [locale, { path, off, on, flat, back, said }] of Object.entries(MODES)) {
  test(`a way of reading that is chosen is said, once, and the focus is not lost, ${locale}`, async ({ page }) => {
    await gotoStory(page, path);
    const status = page.locator('[data-said]');
    await expect(status).toHaveAttribute('role', 'status');
    await expect(status).toHaveText('');
    for (const where of ['.ways', '.menu-sheet']) {
      for (const [i, name] of [off, on, flat, back].entries()) {
        if (where === '.menu-sheet') await page.locator('.menu > summary').click();
        const button = page.locator(where).getByRole('button', { name, exact: true });
        await button.focus();
        await page.keyboard.press('Enter');
        await expect(status).toHaveText(new RegExp(`^${said[i]}`));
        // In the contents, which fold, their button; a label that changes and a pressed state would say two things at once.
        await expect(page.locator(where === '.ways' ? `.ways [data-control="${i < 2 ? 'motion' : 'flat'}"]` : '.menu > summary')).toBeFocused();
        await expect(page.locator('[data-control][aria-pressed]')).toHaveCount(0);
      }
    }
  });
}

for (const path of ['en/', '']) {
  test(`each picture's caption is heard once, and is not the picture's name as well, /${path}`, async ({ page }) => {
    await gotoStory(page, `${path}?mode=flat`);
    // What answers the guess is covered until it is asked for.
    await page.evaluate(() => { for (const each of document.querySelectorAll('details')) each.open = true; });
    const tree = await treeOf(page);
    const captions = await page.locator('.still figcaption').evaluateAll((parts) => parts.map((part) => part.textContent.trim()));
    const figures = all(tree).filter(({ role }) => role === 'figure');
    expect(figures).toHaveLength(captions.length);
    const names = all(tree).filter(({ role }) => role !== 'StaticText').map(({ name }) => name);
    for (const caption of captions) expect(names.filter((name) => name === caption), caption).toEqual([]);
  });
}

for (const path of ['', 'en/', 'data/', 'en/data/', 'lesson/tasks/', 'en/lesson/tasks/', 'embed/cases/', 'en/embed/cases/', 'en/embed/', 'en/lesson/slides/?plan=80#task-distance']) {
  test(`no voice meets ƒ, /${path}`, async ({ page }) => {
    await gotoStory(page, path);
    // What is folded is read too, once it is open.
    await page.evaluate(() => { for (const each of document.querySelectorAll('details')) each.open = true; });
    expect(words(await treeOf(page)).match(/.*ƒ.*/g) ?? []).toEqual([]);
  });
}

test('ƒ is heard as words, in front of its number', async ({ page }) => {
  await gotoStory(page, 'en/#same-length');
  const english = all(await treeOf(page)).filter(({ role }) => role === 'link').map(({ name }) => name);
  expect(english).toEqual(expect.arrayContaining(['our calculation 12 months', 'our calculation 18 months']));
  await gotoStory(page, '#same-length');
  const chinese = all(await treeOf(page)).filter(({ role }) => role === 'link').map(({ name }) => name);
  expect(chinese).toEqual(expect.arrayContaining(['我们的计算 12个月', '我们的计算 18个月']));
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('Tab passes over no step, and what has the focus rests below the stage', async ({ page }) => {
    await gotoStory(page, 'en/');
    const steps = await page.$$eval('[data-step]', (parts) => parts.map(({ id }) => id));
    const met = new Set<string>();
    const hidden: string[] = [];
    for (let stop = 0; stop < 300; stop += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const part = document.activeElement!;
        const step = part.closest('[data-step]')?.id;
        return { step, body: part === document.body, top: part.getClientRects()[0]?.top ?? 0, words: part.textContent.trim(), stage: document.querySelector('.stage')!.getBoundingClientRect().bottom };
      });
      if (at.body) break;
      if (at.step === undefined) continue;
      met.add(at.step);
      if (at.top < at.stage - 1) hidden.push(`${at.step}: ${at.words}`);
    }
    expect([...met].sort()).toEqual([...steps].sort());
    expect(hidden).toEqual([]);
  });

  test('the heading of a step without numbers leads to itself', async ({ page }) => {
    await gotoStory(page, 'en/#transfer');
    const heading = page.locator('#transfer h3 a');
    await heading.focus();
    await page.keyboard.press('Enter');
    await settle(page);
    await expect(page).toHaveURL(/#transfer$/);
  });
});

test.describe('slides', () => {
  test('have one title, the lesson’s, whichever slide stands there', async ({ page }) => {
    for (const hash of ['title', 'parcel', 'task-distance', 'predict-cases', 'law']) {
      await gotoStory(page, `en/lesson/slides/?plan=80#${hash}`);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('');
  });

  for (const [locale, path, hint, answer, first] of [['en', 'en/', 'Give a hint', 'Show the answer', 'Hint 1'], ['zh', '', '给个提示', '看答案', '提示']] as const) {
    test(`a hint and an answer that a button uncovers take the focus, and do not let it fall to the page, ${locale}`, async ({ page }) => {
      await gotoStory(page, `${path}lesson/slides/?plan=80#task-distance`);
      await page.getByRole('button', { name: hint }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.hint')).toBeFocused();
      expect(await focused(page)).toContain(first);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.locator('.hint'), 'the second hint').toBeFocused();
      // Not its first words alone, which is all that Orca says of a part in focus.
      await expect(page.locator('.player > [role="status"]').last()).toHaveText((await page.locator('.hint').textContent())!.trim());
      await page.getByRole('button', { name: answer }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.worked-answer')).toBeFocused();
      await expect(page.locator('.player > [role="status"]').last()).toHaveText((await page.locator('.worked-answer').textContent())!.trim());
    });
  }

  test('on the bar the focus stays, and a hint and an answer are said', async ({ page }) => {
    await gotoStory(page, 'en/lesson/slides/?plan=80#task-distance');
    const next = page.getByRole('button', { name: 'Next' });
    const said = page.locator('.player > [role="status"]').last();
    await next.focus();
    await page.keyboard.press('Enter');
    await expect(said).toHaveText(/^Hint 1/);
    await expect(next).toBeFocused();
    const shown = page.locator('.worked-answer');
    for (let press = 0; press < 5 && (await shown.count()) === 0; press += 1) await page.keyboard.press('Enter');
    await expect(said).toHaveText((await shown.textContent())!.trim());
    await expect(next).toBeFocused();
    // What does not fit is turned to first, on the same slide. The next slide does not repeat it.
    const slide = page.locator('.where b');
    const before = await slide.textContent();
    for (let press = 0; press < 3 && (await slide.textContent()) === before; press += 1) await page.keyboard.press('Enter');
    await expect(slide).not.toHaveText(before!);
    await expect(said).toHaveText('');
  });

  test('a guess’s answer takes the focus', async ({ page }) => {
    await gotoStory(page, 'en/lesson/slides/?plan=80#predict-cases');
    await page.getByRole('textbox', { name: 'My guess (cases)' }).fill('30');
    await page.getByRole('button', { name: 'Answer' }).click();
    await expect(page.locator('.slide').getByText('You guessed 30.')).toBeVisible();
    expect(await focused(page)).toMatch(/^You guessed 30\. The published number is 21/);
  });
});

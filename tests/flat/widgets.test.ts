import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { widgetMarkup, widgetsOf } from '../../src/flat/widgets.ts';
import { ownersFile } from '../../src/newsroom.ts';

test('the slider and the guess ask about the facts that the score names', () => {
  const { slider, guess } = widgetsOf('en');
  expect(slider?.cases).toBe(21);
  expect(guess).toMatchObject({ answer: 1170, target: 'reveal' });
});

test('a story without a step for them hands nothing over, and has no markup for them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'widgets-'));
  try {
    for (const part of ['site.config.json', 'data', 'src']) cpSync(ownersFile(part), join(folder, part), { recursive: true });
    const file = join(folder, 'src/content/score.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^ *(?:widget|asks):.*\n/gm, ''));
    vi.stubEnv('NEWSROOM', folder);
    vi.resetModules();
    const without = await import('../../src/flat/widgets.ts');
    expect(without.widgetsOf('zh')).toEqual({});
    expect(without.widgetMarkup({ locale: 'zh' })).toEqual({ slider: '', guess: '' });
    const { heightsOf } = await import('../../src/embed/heights.ts');
    const { EMBEDS } = await import('../../src/embed/embeds.ts');
    for (const embed of EMBEDS) expect(Math.min(...heightsOf(embed, 'zh')), embed.id).toBeGreaterThan(400);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});

test('what stands before the reader has answered is in the page', () => {
  const { slider, guess } = widgetMarkup({ ...widgetsOf('en'), locale: 'en' });
  expect(slider).toContain('id="months"');
  expect(guess).toContain('id="guess-field"');
});

import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureBrowser } from './scripts/browser.ts';
import { MAIN_NEWSROOM } from './scripts/newsrooms.ts';

// What the program does is browsed on a newsroom made for it: what a test asks the program, it asks of that newsroom's story.
process.env['NEWSROOM'] = MAIN_NEWSROOM;

// `npm test` has found the browser and says so to every process it starts.
const executablePath = process.env['CHROMIUM_PATH'] || ensureBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.cache/tests/browser',
  globalSetup: './scripts/serve-builds.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: '.cache/tests/browser.json' }]],
  use: {
    headless: true,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...CHROMIUM_FLAGS] },
  },
});

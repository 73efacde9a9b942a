import { expect, test as base } from '@playwright/test';
import { watchFaults } from './support.ts';

// The other specs trust this watch: a page that fails quietly must not pass.
base('a logged error, an exception and a request to another host are each a fault, a warning is none', async ({ browser }) => {
  const context = await browser.newContext();
  const faults = watchFaults(context, 'http://localhost:4321');
  const page = await context.newPage();
  await page.setContent('<h1>x</h1>');
  await page.evaluate(async () => {
    console.warn('only a warning');
    console.error('logged');
    setTimeout(() => {
      throw new Error('thrown');
    });
    // Port 9 discards what it is sent; nothing listens there.
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
  });
  await expect.poll(() => faults.map((fault) => fault.slice(0, fault.indexOf(':'))).sort()).toEqual(['console', 'console', 'other host', 'page']);
  expect(faults.join('\n')).toMatch(/logged[^]*thrown|thrown[^]*logged/);
  expect(faults.join('\n')).toContain('other host: http://127.0.0.1:9/');
  await context.close();
});

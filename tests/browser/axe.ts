import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong on a page, or in parts of it: one line a rule.
 * @param parts selectors; the whole page when left out
 */
export async function violations(page: Page, ...parts: string[]): Promise<string[]> {
  // In one page, without a second one to add up frames of other hosts: there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ rules: { 'target-size': { enabled: true } } });
  for (const part of parts) axe.include(part);
  const { violations: found, passes } = await axe.analyze();
  if (passes.length < (parts.length > 0 ? 5 : 10)) return [`axe passed only ${passes.length} rules: is the page empty?`];
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`).join(' | ')}`);
}

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SITES } from '../../scripts/builds.ts';
import { elements, files, isPasted, read, withoutCode } from './pages.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** Programs in a page: a script of data is none. */
const programs = (html: string): string[] => [...html.matchAll(/<script(?![^>]*\b(?:src=|type="(?:application|text\/plain)))[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text!);
const styles = (html: string): string[] => [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text]) => text!);
const policyOf = (html: string): string | undefined => elements(html, 'meta').find((meta) => meta['http-equiv']?.toLowerCase() === 'content-security-policy')?.['content'];

describe.each(SITES)('$name', (build) => {
  const every = files(build, '.html').map((page) => ({ page, html: read(build, page) }));
  const pages = every.filter(({ page }) => !isPasted(page));

  test('every page has a policy that allows nothing, then its own files and its own code by hash', () => {
    expect(pages.length).toBeGreaterThan(50);
    for (const { page, html } of pages) {
      const policy = policyOf(html) ?? '';
      expect(policy, page).toContain("default-src 'none'");
      expect(policy, page).toContain("base-uri 'none'");
      expect(policy, page).toContain("form-action 'none'");
      // unsafe-inline, unsafe-eval, unsafe-hashes; any host, this or another
      expect(policy.replaceAll(/'sha256-[\w+/=]+'/g, ''), page).not.toMatch(/unsafe-|strict-dynamic|\*|https?:|\/\//);
      for (const code of [...programs(html), ...styles(html)]) expect(policy.includes(hash(code)), `${page}: ${code.slice(0, 60)}`).toBe(true);
    }
  });

  test('the policy stands in the head, before all that a page shows or frames', () => {
    for (const { page, html } of pages) {
      const at = html.search(/<meta[^>]*http-equiv="content-security-policy"/i);
      expect(at, page).toBeGreaterThan(0);
      expect(at, page).toBeLessThan(html.indexOf('<body'));
    }
  });

  test('no handler or style in an attribute, no address that is a program, no form that sends, no frame of a page of one’s own making', () => {
    for (const { page, html } of pages) {
      const markup = withoutCode(html);
      expect(markup.match(/<[a-z][^>]*\s(?:on[a-z]+|style|srcdoc)\s*=/i)?.[0], page).toBeUndefined();
      expect(markup.match(/(?:href|src|action|data)="\s*(?:javascript|vbscript|data:text)/i)?.[0], page).toBeUndefined();
      expect(markup.match(/<(?:form[^>]*\saction|object|embed|base|applet)\b/i)?.[0], page).toBeUndefined();
    }
  });

  test('the article to paste wears styles in its tags, and may do nothing else: its file fetches nothing, runs nothing, and is framed in a sandbox', () => {
    const pasted = every.filter(({ page }) => isPasted(page));
    expect(pasted).toHaveLength(6);
    for (const { page, html } of pasted) {
      expect(policyOf(html), page).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
      expect(html.match(/<(?:script|style|link|img|image|iframe|a|form|object|embed|base|foreignObject)\b|\s(?:on\w+|href|src|xlink:\w+)\s*=|url\(/i)?.[0], page).toBeUndefined();
    }
    for (const page of pages.filter(({ page }) => /^(?:en\/)?kit\/index\.html$/.test(page))) {
      const frames = elements(page.html, 'iframe');
      expect(frames.map(({ src, sandbox }) => [isPasted(src!.slice(build.base.length)), sandbox]), page.page).toEqual([[true, ''], [true, '']]);
    }
  });

  test('no page that opens another window lets it reach back', () => {
    for (const { page, html } of pages) {
      for (const link of elements(html, 'a')) if (link['target'] === '_blank') expect(link['rel'], `${page}: ${link['href']}`).toMatch(/\bnoopener\b/);
    }
  });

  test('no shipped program makes code from text, keeps anything, or sends anything', () => {
    const shipped = [
      ...files(build, '.js').map((file) => ({ file, code: read(build, file) })),
      ...pages.flatMap(({ page, html }) => programs(html).map((code) => ({ file: page, code }))),
    ];
    expect(shipped.filter(({ code }) => code.length > 10_000).length, 'the programs are found').toBeGreaterThan(10);
    for (const { file, code } of new Map(shipped.map((each) => [each.code, each])).values()) {
      expect(code.match(/\beval\(|new Function\(|document\.write|insertAdjacentHTML|\.cookie\b|cookieStore|localStorage|sessionStorage|indexedDB|serviceWorker|\bcaches\b|sendBeacon|XMLHttpRequest|WebSocket|EventSource|\bfetch\(/)?.[0], file).toBeUndefined();
    }
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Moment of the capture, as archives write it. */
const MOMENT = '20260701000000';
const PREFIX = `/web/${MOMENT}`;
const STATIC = '/_static/';

/** What an archive does with a page's own policy: the Wayback Machine hands it on, pywb and its kin take its force away. */
export type Policy = 'kept' | 'taken off';

/**
 * The archive's own program, as far as a page can notice it: the page's programs see the address that was archived, and what they
 * make of it leads into the archive.
 */
const WOMBAT = `(function () {
  var real = location, root = '${PREFIX}/';
  var archived = function () { return new URL(real.href.replace(/^.*?\\/web\\/\\d+\\w*\\//, '')); };
  var into = function (url) { return root + new URL(url, archived()).href; };
  var seen = { assign: function (url) { real.assign(into(url)); }, replace: function (url) { real.replace(into(url)); }, reload: function () { real.reload(); }, toString: function () { return archived().href; } };
  ['href', 'origin', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'].forEach(function (part) {
    Object.defineProperty(seen, part, {
      get: function () { return archived()[part]; },
      set: function (value) { if (part === 'hash') real.hash = value; else { var url = archived(); url[part] = value; real.href = into(url.href); } },
    });
  });
  ['pushState', 'replaceState'].forEach(function (name) {
    var own = history[name];
    history[name] = function (state, title, url) { return own.call(history, state, title, url === undefined || url === null || String(url)[0] === '#' ? url : into(String(url))); };
  });
  self.__archived_location = seen;
})();`;
const DECLARATIONS = 'export const location = self.__archived_location;';
const BANNER = `<!-- BEGIN TOOLBAR --><div id="archive-banner" style="height:65px;background:#fff;color:#000">Captured ${MOMENT}</div><!-- END TOOLBAR -->`;

const MARKS: Readonly<Record<string, string>> = { script: 'js_', img: 'im_', source: 'im_', iframe: 'if_' };

/** Rewrites the addresses of a style sheet, as an archive does. */
export const rewriteCss = (css: string, page: URL): string =>
  css.replaceAll(/url\((["']?)(?!data:|#)([^)"']*)\1\)/g, (_, quote: string, address: string) => `url(${quote}${PREFIX}cs_/${new URL(address, page).href}${quote})`);

/** A classic program in a block in which the archive's names hide the browser's. */
const wrapped = (script: string): string => `{ let location = self.__archived_location;\n${script}\n}`;
const isModule = (script: string): boolean => /(?:^|[;\s}])(?:import|export)\s*["'{*a-z]/.test(script);
const rewriteScript = (script: string): string => (isModule(script) ? `import { location } from "${STATIC}declarations.js";\n${script}` : wrapped(script));

function rewriteHtml(html: string, page: URL, policy: Policy): string {
  const into = (address: string, mark: string): string => (/^(?:#|data:|mailto:|javascript:|blob:)/.test(address) || address === '' ? address : `${PREFIX}${mark}/${new URL(address, page).href}`);
  return html
    .replaceAll(/<(script|style)([^>]*)>([^]*?)<\/\1>|<([a-z][\w-]*)([^>]*)>/g, (_, code: string | undefined, attributes: string, text: string, tag: string, others: string) => {
      const name = code ?? tag;
      const mark = MARKS[name] ?? (/rel="(?:stylesheet|preload|modulepreload)"/.test(others ?? '') ? 'cs_' : 'mp_');
      let changed = (attributes ?? others).replaceAll(/\s(href|src|poster|action)="([^"]*)"/g, (attribute: string, key: string, address: string) => (name === 'use' ? attribute : ` ${key}="${into(address, mark)}"`));
      if (policy === 'taken off' && /http-equiv="content-security-policy"/i.test(changed)) changed = changed.replace(' content="', ' _content="');
      // A page for sharing leads on at once.
      if (/http-equiv="refresh"/i.test(changed)) changed = changed.replace(/(content="\d+;\s*url=)([^"]*)"/i, (_, head: string, address: string) => `${head}${into(address, 'mp_')}"`);
      if (code === undefined) return `<${tag}${changed}>`;
      const inside = code === 'style' ? rewriteCss(text, page) : text === '' || /type="application/.test(attributes) ? text : rewriteScript(text);
      return `<${code}${changed}>${inside}</${code}>`;
    })
    .replace(/<head[^>]*>/, `$&<script src="${STATIC}wombat.js"></script>`)
    .replace(/<body[^>]*>/, `$&${BANNER}`);
}

/**
 * Starts an archive that has captured a site, and replays it: every address, in markup, style sheets and the programs' eyes, is written anew.
 * @param site where the site is served; ends with `/`
 * @param host its published address, which the archive has noted; ends with `/`
 * @returns where the archived front page is replayed, and how to end it
 */
export async function startArchive(site: string, host: string, policy: Policy): Promise<{ page: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const own = { [`${STATIC}wombat.js`]: WOMBAT, [`${STATIC}declarations.js`]: DECLARATIONS }[path];
    if (own !== undefined) return void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(own);
    const captured = /^\/web\/\d+\w*\/(.+)$/.exec(path)?.[1];
    if (captured === undefined || !captured.startsWith(host)) return void response.writeHead(404).end('not captured');
    const page = new URL(captured);
    void fetch(new URL(captured.slice(host.length), site)).then(async (found) => {
      const type = found.headers.get('content-type') ?? '';
      const body = Buffer.from(await found.arrayBuffer());
      const text = (change: (text: string) => string): Buffer => Buffer.from(change(body.toString('utf8')));
      response.writeHead(found.status, { 'Content-Type': type });
      if (type.includes('html')) response.end(text((html) => rewriteHtml(html, page, policy)));
      else if (type.includes('css')) response.end(text((css) => rewriteCss(css, page)));
      else if (type.includes('javascript')) response.end(text(rewriteScript));
      else response.end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    page: `http://localhost:${(server.address() as AddressInfo).port}${PREFIX}/${host}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

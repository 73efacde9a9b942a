import { MIME } from '../serve.ts';
import { EVERYWHERE, KINDS } from './rules.ts';

/** Where and how nginx serves the site. */
export interface NginxOptions {
  /** Path of the site on its server; begins and ends with `/`. */
  readonly base: string;
  readonly serverName: string;
  /** Folder of the server; the site lies in it under its base path. */
  readonly root: string;
  /** `80`, or an address and a port. */
  readonly listen: string;
}

/** Headers that not every file has. */
const SPECIAL = [...new Set(KINDS.flatMap(({ headers }) => Object.keys(headers)))];
const KIND = '$two_lines_kind';
const variable = (header: string): string => `$two_lines_${header.toLowerCase().replaceAll('-', '_')}`;

/** `map $uri $kind`: folders as patterns, files as they are. */
function mapOfKinds(base: string): string {
  const lines = KINDS.flatMap(({ name, paths }) =>
    paths.map((path) => {
      const address = `${base}${path.slice(1)}`;
      return `    "${path.endsWith('/*') ? `~^${address.slice(0, -1).replaceAll('.', '\\.')}` : address}" ${name};`;
    }),
  );
  return `map $uri ${KIND} {\n    default "";\n${lines.join('\n')}\n}`;
}

function mapOfHeader(header: string): string {
  const lines = KINDS.flatMap(({ name, headers }) => (header in headers ? [`    ${name} "${headers[header]}";`] : []));
  return `map ${KIND} ${variable(header)} {\n    default "";\n${lines.join('\n')}\n}`;
}

function locationOf({ base, root }: NginxOptions): string {
  const kinds = Object.entries(MIME).map(([ending, kind]) => `            "${kind}" ${ending.slice(1)};`);
  const fixed = Object.entries(EVERYWHERE).map(([name, value]) => `        add_header ${name} "${value}" always;`);
  const special = SPECIAL.map((name) => `        add_header ${name} ${variable(name)} always;`);
  const withoutSlash =
    base === '/' ? '' : `    location = ${base.slice(0, -1)} {\n        absolute_redirect off;\n        return 301 ${base};\n    }\n`;
  return `    location ${base} {
        root ${root};
        index index.html;
        error_page 404 ${base}404.html;
        # A folder without a page is not listed.
        error_page 403 =404 ${base}404.html;
        absolute_redirect off;

        # The build wrote a .br and a .gz beside each file of text: nothing is compressed while a reader waits.
        # brotli_static needs Debian's package libnginx-mod-http-brotli-static; without it delete the line.
        gzip_static on;
        brotli_static on;
        gzip_vary on;

        types {
${kinds.join('\n')}
        }
        default_type application/octet-stream;

${[...fixed, ...special].join('\n')}
    }
${withoutSlash}`;
}

/** A configuration of nginx for the site, for the folder `/etc/nginx/conf.d/`. */
export function nginxConf(options: NginxOptions): string {
  const { base, serverName, root, listen } = options;
  return `# The site on nginx. Written by "npm run hosting" from scripts/hosting/; docs/hosting.md says how to use it.
#
# The built files lie in ${root}${base}. This file lies in /etc/nginx/conf.d/.
# To add the site to a server that you have, leave the maps here and move what is inside "server" into that server.

# The kind of a file, by its address.
${mapOfKinds(base)}

# What is said beside each kind. A header whose value is empty is not sent.
${SPECIAL.map(mapOfHeader).join('\n')}

server {
    listen ${listen};
    server_name ${serverName};
    server_tokens off;
    # Certificates as on your other servers: readers need https.

${locationOf(options)}}
`;
}

/**
 * The same rules as a `_headers` file, which Netlify, Cloudflare Pages and others read at the root of a site.
 * @param base path of the site on its server; begins and ends with `/`
 */
export function headersFile(base: string): string {
  const block = (path: string, headers: Readonly<Record<string, string>>): string =>
    `${base}${path.slice(1)}\n${Object.entries(headers)
      .map(([name, value]) => `  ${name}: ${value}\n`)
      .join('')}`;
  const blocks = [block('/*', EVERYWHERE), ...KINDS.flatMap(({ paths, headers }) => paths.map((path) => block(path, headers)))];
  return `# Headers for static hosts. Written by "npm run hosting" from scripts/hosting/; docs/hosting.md says how to use it.\n\n${blocks.join('\n')}`;
}

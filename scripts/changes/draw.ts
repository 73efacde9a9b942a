// Writes what the newsroom that `NEWSROOM` names shows, as JSON: `draw.ts FILE`. A newsroom is read once by a program, so two need two.
import { writeFileSync } from 'node:fs';
import { getViteConfig } from 'astro/config';
import { createServer } from 'vite';

const [file] = process.argv.slice(2);
const config = getViteConfig({ server: { middlewareMode: true, hmr: false, watch: null }, logLevel: 'error' }, { logLevel: 'error' });
const server = await createServer({ ...(await config({ mode: 'production', command: 'serve' })), configFile: false });
const { view } = (await server.ssrLoadModule('/scripts/changes/view.ts')) as typeof import('./view.ts');
writeFileSync(file!, JSON.stringify(view()));
// Nothing is served: the server need not be closed in good order, and would wait for a page of its own.
process.exit();

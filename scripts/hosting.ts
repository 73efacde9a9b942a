// `npm run hosting`: writes the samples for nginx and for static hosts, for the address in the editor's settings.
import { mkdirSync, writeFileSync } from 'node:fs';
import { settings } from '../src/settings.ts';
import { headersFile, nginxConf } from './hosting/samples.ts';

const FOLDER = 'docs/hosting';

const { base, siteUrl } = settings;
mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}/nginx.conf`, nginxConf({ base, serverName: new URL(siteUrl).hostname, root: '/var/www/story', listen: '80' }));
writeFileSync(`${FOLDER}/_headers`, headersFile(base));
console.log(`Written for ${siteUrl}${base}: ${FOLDER}/nginx.conf and ${FOLDER}/_headers`);

import { expect, test } from 'vitest';
import { planNginx } from '../../scripts/nginx.ts';

const has = (...files: string[]) => (file: string): boolean => files.includes(file);
const MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

test('an installed nginx is used, with its brotli module where there is one', () => {
  expect(planNginx('/usr/bin', has('/usr/sbin/nginx', MODULE), true)).toEqual({ kind: 'use', program: '/usr/sbin/nginx', brotli: MODULE });
  expect(planNginx('/opt/bin:/usr/bin', has('/opt/bin/nginx', '/usr/sbin/nginx'), false)).toEqual({ kind: 'use', program: '/opt/bin/nginx', brotli: undefined });
});

test.each([[[]], [['/usr/sbin/nginx']], [[MODULE]]])('Debian with %j fetches what is missing', (files) => {
  expect(planNginx('/usr/bin', has(...files), true)).toEqual({ kind: 'fetch' });
});

test('what was fetched is found again, so that it is fetched once', () => {
  const unpacked = ['.cache/nginx/usr/sbin/nginx', '.cache/nginx/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'];
  expect(planNginx('/usr/bin', has(...unpacked), true)).toEqual({ kind: 'use', program: unpacked[0], brotli: unpacked[1] });
});

test('elsewhere a missing nginx stops with one sentence, never with skipped tests', () => {
  expect(planNginx('/usr/bin', has(), false)).toMatchObject({ kind: 'stop', sentence: expect.stringMatching(/need nginx: [^.\n]+\.$/) });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../serve-folder.mjs';
import { fileFor } from './files.mjs';
import { cards, describe as about, examples } from './list.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yizhangtu-examples-'));
mkdirSync(join(folder, 'fitness', 'public'), { recursive: true });
writeFileSync(
  join(folder, 'fitness', 'index.html'),
  '<title>全民健身 &amp; 一张图</title><meta name="description" content="场馆">',
);
writeFileSync(join(folder, 'fitness', 'public', 'coast.json'), '{}');
writeFileSync(join(folder, 'shared-files.json'), '{"fitness": ["fitness/grounds.geojson"]}');
writeFileSync(join(folder, 'secret.txt'), 'secret');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('list of examples', () => {
  it('takes title, words and order from the page', () => {
    const one = about(
      'a',
      '<title>甲</title><meta content="一句" name="description"><meta name="title:en" content="A"><meta name="order" content="2">',
    );
    expect(one).toMatchObject({ title: '甲', description: '一句', titleEn: 'A', order: 2 });
  });

  it('finds each folder with a page', () => {
    expect(examples(folder).map((one) => one.title)).toEqual(['全民健身 & 一张图']);
  });

  it('never lets words become markup', () => {
    const html = cards([{ ...about('a', ''), title: '<img src=x onerror=y>', description: '"><script>' }]);
    expect(html).not.toMatch(/<script>|<img src=x/);
  });
});

describe('files of an example', () => {
  const find = (path: string) => fileFor(path, folder, '/shared', '/library');

  it('gives shared files on the list, and no others', () => {
    expect(find('/fitness/shared/fitness/grounds.geojson')).toBe(join('/shared', 'fitness/grounds.geojson'));
    expect(find('/fitness/shared/fitness/other.geojson')).toBe(undefined);
    expect(find('/other/shared/fitness/grounds.geojson')).toBe(undefined);
    expect(find('/fitness/shared/../../../etc/passwd')).toBe(undefined);
  });

  it('gives the built library and carried files', () => {
    expect(find('/fitness/yizhangtu.js')).toBe(join('/library', 'yizhangtu.js'));
    expect(find('/fitness/coast.json')).toBe(join(folder, 'fitness', 'public', 'coast.json'));
    expect(find('/fitness/main.ts')).toBe(undefined);
    expect(find('/fitness/../../secret.txt')).toBe(undefined);
  });
});

describe('serveFolder', () => {
  it('serves files under the strict policy, and nothing outside the folder', async () => {
    const server = await serveFolder(join(folder, 'fitness'));
    const page = await fetch(server.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('全民健身');
    expect((await fetch(`${server.url}%2e%2e/secret.txt`)).status).toBe(404);
    expect((await fetch(`${server.url}..%2fsecret.txt`)).status).toBe(404);
    expect((await fetch(`${server.url}nothing.js`)).status).toBe(404);
    await server.close();
  });
});

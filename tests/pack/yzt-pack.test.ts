import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { geojson } from 'flatgeobuf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { readTable } from '@yizhangtu/data/readers';

const COMMAND = fileURLToPath(new URL('../../packages/data/bin/yzt-pack.mjs', import.meta.url));
let folder = '';

/** The command as it stands in the sources: its imports are the packages, whose `dist` a test does not wait for. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yzt-pack-'));
  await build({ entryPoints: [COMMAND], outfile: join(folder, 'yzt-pack.mjs'), bundle: true, platform: 'node', format: 'esm', conditions: ['yizhangtu-source'], logLevel: 'silent' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], language = 'zh_CN.UTF-8'): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'yzt-pack.mjs'), ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: language } });
  return { code: status, out: stdout, err: stderr };
}

const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const read = async (name: string): Promise<Dataset> => new Dataset(await readTable(new Uint8Array(readFileSync(join(folder, name))).slice().buffer));

const feature = (lon: number, name: string): object => ({ type: 'Feature', id: name, properties: { name, code: '0101', area: 12.5 }, geometry: { type: 'Point', coordinates: [lon, 36.1] } });
const COLLECTION = { type: 'FeatureCollection', features: [feature(120.38, '甲馆'), feature(120.4, '乙馆'), feature(720, '外')] };

describe('yzt-pack', () => {
  it('packs GeoJSON with its schema and says rows, bytes and what was skipped', async () => {
    write('in.geojson', JSON.stringify(COLLECTION));
    write('schema.json', JSON.stringify({ id: 'fitness/venue@1', fields: [{ name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' }, { name: 'nothere' }] }));
    const { code, out, err } = run(['in.geojson', 'out.yztc', '--schema', 'schema.json', '--source', '青岛市体育局', '--example']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('out.yztc：2 行，3 列');
    expect(out).toContain('坐标一位不差');
    expect(out).toContain('1 个要素的坐标超出经纬度范围，已跳过');
    expect(out).toContain('「nothere」不在数据里');
    const data = await read('out.yztc');
    expect([data.rowCount, data.value(1, 'name'), data.value(0, 'code'), data.label('area', 'zh-CN'), data.ids]).toEqual([2, '乙馆', '0101', '面积', ['甲馆', '乙馆']]);
    expect(data.provenance).toEqual({ source: '青岛市体育局', example: true });
    expect(data.feature(0).geometry).toEqual({ type: 'Point', coordinates: [120.38, 36.1] });
  });

  it('packs CSV, FlatGeobuf and packed columns', async () => {
    write('in.csv', '名称,经度,纬度\n甲,120.38,36.1\n乙,120.4,36.2\n');
    expect(run(['in.csv', 'csv.yztc']).code).toBe(0);
    expect([(await read('csv.yztc')).rowCount, (await read('csv.yztc')).value(1, '名称')]).toEqual([2, '乙']);
    write('in.fgb', geojson.serialize(COLLECTION as Parameters<typeof geojson.serialize>[0]));
    expect(run(['in.fgb', 'fgb.yztc']).code).toBe(0);
    expect((await read('fgb.yztc')).value(1, 'name')).toBe('乙馆');
    expect(run(['csv.yztc', 'again.yztc', '--direct']).code).toBe(0);
    expect(statSync(join(folder, 'again.yztc')).size).toBeGreaterThan(0);
    expect((await read('again.yztc')).value(0, '名称')).toBe('甲');
  });

  it('says how far coordinates were rounded, and keeps them when asked', async () => {
    write('fine.csv', 'lon,lat\n120.123456789123,36.1\n120.2,36.2\n');
    expect(run(['fine.csv', 'rounded.yztc']).out).toContain('坐标取整到 1e-7°（误差不超过 5.6 毫米）');
    expect(run(['fine.csv', 'exact.yztc', '--lossless']).out).toContain('坐标一位不差');
    expect((await read('exact.yztc')).feature(0).geometry?.coordinates).toEqual([120.123456789123, 36.1]);
  });

  it.each([
    ['a missing file', ['no.geojson', 'x.yztc'], 1, /无法读取 no\.geojson：ENOENT。请检查路径/],
    ['broken JSON', ['broken.geojson', 'x.yztc'], 1, /broken\.geojson 第 1 行第 \d+ 列/],
    ['metres', ['metres.csv', 'x.yztc'], 1, /以米为单位.*EPSG:4490/],
    ['a folder that is not there', ['fine.csv', 'no/x.yztc'], 1, /无法写入 no\/x\.yztc：ENOENT/],
    ['a schema that is none', ['fine.csv', 'x.yztc', '--schema', 'broken.json'], 1, /broken\.json 不是字段说明/],
    ['an unknown format', ['fine.csv', 'x.yztc', '--format', 'shp'], 2, /不认识格式「shp」/],
    ['one file only', ['fine.csv'], 2, /需要一个输入文件和一个输出文件/],
    ['an unknown option', ['fine.csv', 'x.yztc', '--fast'], 2, /--fast[^]*用法/],
  ] as const)('%s is a sentence and a code', (_name, args, code, sentence) => {
    write('broken.geojson', '{"type":"FeatureCollection","features":[,]}');
    write('broken.json', '[]');
    write('metres.csv', 'lon,lat\n40520000,3995000\n40530000,3996000\n');
    write('fine.csv', 'lon,lat\n120.1,36.1\n');
    const said = run(args);
    expect(said.code).toBe(code);
    expect(said.err).toMatch(sentence);
    expect(said.err).not.toMatch(/\n {4}at |<yzt-dataset>/);
  });

  it('speaks English where the terminal does', () => {
    write('fine.csv', 'lon,lat\n120.1,36.1\n');
    expect(run(['fine.csv', 'x.yztc'], 'en_US.UTF-8').out).toContain('x.yztc: 1 rows, 0 columns');
    expect(run(['--help'], 'en_US.UTF-8').out).toContain('Usage: yzt-pack');
  });
});

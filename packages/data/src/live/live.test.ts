import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { YztError } from '@yizhangtu/base/errors';
import { setCredentials } from '../request/index.js';
import { Dataset } from '../model/dataset.js';
import { EventLines } from './event-stream.js';
import { LiveLink, type LiveOptions, type LiveState } from './live-link.js';
import { instantOf, liveMessage, type LiveNames } from './live-message.js';
import { LiveRows } from './live-rows.js';

const NAMES: LiveNames = { key: 'mmsi', lon: 'lon', lat: 'lat', time: 'time', items: '', fields: [] };
const at = (mmsi: number, lon: number, time: number, more: object = {}): object => ({ mmsi, lon, lat: 36, time, ...more });

describe('liveMessage', () => {
  it('reads one, many, many under a name, and features; places that say "unknown" are dropped', () => {
    expect(liveMessage('{"mmsi":1,"lon":"120.3","lat":36,"time":1700000000,"speed":4.2}', NAMES)).toEqual({ positions: [{ key: 1, lon: 120.3, lat: 36, time: 1_700_000_000_000, values: new Map<string, unknown>([['mmsi', 1], ['speed', 4.2]]) }], dropped: 0 });
    const bad = [at(1, 181, 0), { ...at(2, 120, 0), lat: 91 }, { lon: 120, lat: 36 }, { ...at(4, 120, 0), lon: null }, 'x'];
    expect(liveMessage([...bad, at(5, 120, 0)], NAMES)).toMatchObject({ positions: [{ key: 5 }], dropped: 5 });
    const inner: LiveNames = { ...NAMES, key: 'id', lon: 'pos.x', lat: 'pos.y', items: 'data.list', fields: ['name'] };
    expect(liveMessage({ data: { list: [{ id: 'a', pos: { x: 120, y: 36 }, name: '甲', z: 1 }] } }, inner).positions).toEqual([{ key: 'a', lon: 120, lat: 36, time: undefined, values: new Map([['name', '甲']]) }]);
    const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [120, 36] }, properties: { mmsi: 7, kind: '渔船', inner: { a: 1 } } };
    expect(liveMessage({ type: 'FeatureCollection', features: [feature] }, NAMES).positions[0]).toMatchObject({ key: 7, lon: 120, values: new Map<string, unknown>([['mmsi', 7], ['kind', '渔船'], ['inner', '{"a":1}']]) });
    expect(liveMessage({ ping: 1 }, { ...NAMES, items: 'data' })).toEqual({ positions: [], dropped: 0 });
    expect(() => liveMessage('{', NAMES)).toThrow(SyntaxError);
  });

  it.each([[1_700_000_000, 1_700_000_000_000], [1_700_000_000_123, 1_700_000_000_123], ['2024-07-01T08:00:00+08:00', 1_719_792_000_000], ['2024-07-01 08:00:00', 1_719_792_000_000], ['soon', undefined], [null, undefined]])('takes %s for an instant', (value, instant) => {
    expect(instantOf(value)).toBe(instant);
  });
});

describe('LiveRows', () => {
  const rows = new LiveRows();
  const take = (message: object, now = 10_000_000_000_000): void => liveMessage(message, NAMES).positions.forEach((one) => rows.take(one, now));
  beforeEach(() => rows.clear());
  const T = 1_700_000_000_000;

  it('keep the last place of each key in its row; what comes late changes nothing', () => {
    take([at(1, 120, T), at(2, 121, T, { name: '乙' })]);
    take(at(1, 120.5, T + 1000, { name: '甲' }));
    take(at(1, 100, T - 1000));
    const { table } = rows.table('time', 'mmsi');
    expect([...(table.geometry as { coordinates: Float64Array }).coordinates]).toEqual([120.5, 36, 121, 36]);
    expect(table.ids).toEqual([1, 2]);
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([['mmsi', 'number'], ['name', 'text'], ['time', 'date']]);
  });

  it('lets the oldest go when there are too many or they are too old, and says where the others are now', () => {
    const dataset = new Dataset();
    const put = (): void => {
      const { table, moved } = rows.table('time', 'mmsi');
      dataset.setTable(table, moved);
    };
    take([at(1, 120, T), at(2, 121, T + 500), at(3, 122, T + 900)]);
    put();
    dataset.select([0, 2]);
    dataset.setHover(2);
    expect(rows.expire(T + 1000, { remove: 1000 }, 100)).toBe(true);
    put();
    expect([dataset.ids, [...dataset.selection], dataset.hover]).toEqual([[2, 3], [1], 1]);
    expect(rows.expire(T + 1000, { remove: Infinity }, 1)).toBe(true);
    put();
    expect([dataset.ids, [...dataset.selection], dataset.hover]).toEqual([[3], [0], 0]);
    expect([...rows.staleRows(T + 1900, { stale: 1000 })]).toEqual([1]);
  });

  it('a field whose values change their kind becomes words, and stays so; a clock ahead makes nothing younger than now', () => {
    take([at(1, 120, T, { v: 1 }), at(2, 120, T, { v: null })]);
    expect(rows.table('time', 'mmsi').table.columns[1]?.kind).toBe('number');
    take(at(2, 120, T + 1, { v: 'n/a' }));
    take(at(3, 120, T + 1e9, {}), T + 5);
    const { table } = rows.table('time', 'mmsi');
    expect(table.columns[1]).toMatchObject({ kind: 'text', dictionary: ['1', 'n/a'] });
    expect((table.columns[2] as { values: Float64Array }).values[2]).toBe(T + 5);
  });
});

describe('EventLines', () => {
  it('puts events together over pieces, with ids, kinds and gaps', () => {
    const lines = new EventLines();
    expect(lines.take(': hello\r\nid: 7\r\nretry: 300\r\ndata: {"a"')).toEqual([]);
    expect(lines.take(':1}\r\ndata: x\r\n\r\nevent: bye\ndata:end\n\n\n')).toEqual([{ type: 'message', data: '{"a":1}\nx' }, { type: 'bye', data: 'end' }]);
    expect([lines.lastId, lines.retry]).toEqual(['7', 300]);
  });
});

describe('LiveLink', () => {
  const told: { states: LiveState[]; messages: string[]; errors: YztError[] } = { states: [], messages: [], errors: [] };
  let answers: (() => Response)[] = [];
  const asked: { at: number; headers: Record<string, string> }[] = [];
  const stream = (text: string): Response => new Response(text, { headers: { 'content-type': 'text/event-stream' } });
  const link = (more: Partial<LiveOptions> = {}): LiveLink =>
    new LiveLink({ url: 'http://live.test/ships', subject: 'yzt-live-layer', event: 'message', chance: () => 0.5, message: (data) => told.messages.push(data), state: (state) => told.states.push(state), failed: (error) => told.errors.push(error), ...more });

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    Object.assign(told, { states: [], messages: [], errors: [] });
    asked.length = 0;
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      asked.push({ at: Date.now(), headers: init.headers as Record<string, string> });
      const next = answers.length > 1 ? answers.shift() : answers[0];
      return next ? Promise.resolve(next()) : Promise.reject(new TypeError('Failed to fetch'));
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const settle = async (ms = 0): Promise<void> => {
    for (let i = 0; i < 30; i++) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(ms);
    for (let i = 0; i < 30; i++) await new Promise((resolve) => setImmediate(resolve));
  };

  it('goes on from the last event when the stream ends, with credentials of the origin', async () => {
    const takeBack = setCredentials('http://live.test', () => ({ Authorization: 'Bearer geheim' }));
    answers = [() => stream('id: 41\ndata: a\n\nevent: other\ndata: no\n\n'), () => stream('data: b\n\n')];
    const one = link();
    one.start();
    await settle(1000);
    await settle(0);
    one.stop();
    takeBack();
    expect(told.messages).toEqual(['a', 'b']);
    expect(asked.map(({ headers }) => [headers['Last-Event-ID'], headers['Authorization']])).toEqual([[undefined, 'Bearer geheim'], ['41', 'Bearer geheim']]);
    expect(told.states.slice(0, 4)).toEqual(['connecting', 'live', 'reconnecting', 'live']);
    expect(one.state).toBe('idle');
    await settle(100_000);
    expect(asked).toHaveLength(2);
  });

  it('waits longer after each failure, says it once, and goes on at once when told to', async () => {
    answers = [];
    const one = link();
    one.start();
    for (let i = 0; i < 9; i++) await settle(60_000);
    const gaps = asked.slice(1).map((request, i) => request.at - (asked[i]?.at ?? 0));
    expect(gaps.every((gap, i) => gap >= (gaps[i - 1] ?? 0) && gap <= 61_000)).toBe(true);
    expect(gaps[0]).toBeLessThan(gaps[gaps.length - 1] ?? 0);
    expect(told.errors.map(({ code }) => code)).toEqual(['network']);
    const before = asked.length;
    one.start();
    await settle();
    expect(asked).toHaveLength(before + 1);
    one.stop();
  });

  it.each([[401, 'auth'], [403, 'forbidden'], [404, 'not-found']])('stops when it is refused with %i', async (status, code) => {
    answers = [() => new Response('', { status })];
    const one = link();
    one.start();
    await settle(100_000);
    expect([asked.length, told.errors.map((error) => error.code), one.state]).toEqual([1, [code], 'stopped']);
    one.stop();
  });

  it('tells a page from a stream, and what is no address', async () => {
    answers = [() => new Response('<html>', { headers: { 'content-type': 'text/html' } })];
    link().start();
    await settle();
    link({ url: 'ftp://live.test/' }).start();
    expect(told.errors.map(({ code }) => code)).toEqual(['http-error', 'bad-attribute']);
  });

  it('speaks with a WebSocket, and is told when the server does not want it', async () => {
    const sockets: (EventTarget & { url: string; close: () => void })[] = [];
    vi.stubGlobal('WebSocket', class extends EventTarget {
      readonly url: string;
      constructor(url: string) {
        super();
        this.url = url;
        sockets.push(this);
      }
      close(): void {
        this.dispatchEvent(Object.assign(new Event('close'), { code: 1000 }));
      }
    });
    const one = link({ url: 'wss://live.test/ships' });
    one.start();
    sockets[0]?.dispatchEvent(new Event('open'));
    sockets[0]?.dispatchEvent(Object.assign(new Event('message'), { data: '{"a":1}' }));
    expect([one.state, told.messages]).toEqual(['live', ['{"a":1}']]);
    sockets[0]?.dispatchEvent(Object.assign(new Event('close'), { code: 1006 }));
    await settle(1000);
    expect(sockets).toHaveLength(2);
    sockets[1]?.dispatchEvent(Object.assign(new Event('close'), { code: 1008 }));
    await settle(100_000);
    expect([sockets.length, one.state, told.errors.map(({ code }) => code)]).toEqual([2, 'stopped', ['forbidden']]);
  });
});

import { describe, expect, it } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { TileHealth } from './tile-health.js';

const error = (code: 'network' | 'not-found' | 'http-error'): YztError => new YztError(code, { zh: code, en: code });

describe('TileHealth', () => {
  it('complains of the first failure where nothing has come yet, and of nothing once a tile came', () => {
    const health = new TileHealth();
    expect(health.complaint).toBeUndefined();
    health.bad(error('network'), 'a');
    expect(health.complaint?.code).toBe('network');
    health.good();
    expect(health.complaint).toBeUndefined();
    for (let i = 0; i < 7; i++) health.bad(error('network'), 'b');
    expect([health.isDown, health.complaint]).toEqual([false, undefined]);
  });

  it('takes a service for broken after eight failures in a row, and knows when it is back', () => {
    const health = new TileHealth();
    health.good();
    for (let i = 0; i < 8; i++) health.bad(error('http-error'), `${i}`);
    expect(health.isDown).toBe(true);
    expect(health.complaint?.code).toBe('http-error');
    expect(health.good()).toBe(true);
    expect(health.good()).toBe(false);
    expect(health.counts).toEqual({ loaded: 3, holes: 0, failed: 8 });
  });

  it('takes holes for answers', () => {
    const health = new TileHealth();
    health.good();
    for (let i = 0; i < 100; i++) health.hole(error('not-found'));
    expect([health.isDown, health.complaint, health.counts.holes]).toEqual([false, undefined, 100]);
    const other = new TileHealth();
    other.hole(error('not-found'));
    expect(other.complaint?.code).toBe('not-found');
  });

  it('keeps the last cause where a failure has none, and few addresses', () => {
    const health = new TileHealth();
    health.bad(error('network'), 'first');
    for (let i = 0; i < 50; i++) health.bad(undefined, `${i}`);
    expect(health.complaint?.code).toBe('network');
    expect([health.addresses.length, health.addresses[31]]).toEqual([32, '49']);
    health.again();
    expect([health.complaint, health.counts.failed]).toEqual([undefined, 51]);
  });
});

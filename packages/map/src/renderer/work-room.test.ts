import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freedAtRest, roomInUse } from './work-room.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is given back once nothing has been drawn for a while, however many frames there were', () => {
  const free = vi.fn();
  freedAtRest(free);
  for (let frame = 0; frame < 60; frame++) {
    roomInUse();
    vi.advanceTimersByTime(16);
  }
  expect(free).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(200);
  expect(free).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('is given back again after the next movement', () => {
  const free = vi.fn();
  freedAtRest(free);
  roomInUse();
  vi.advanceTimersByTime(1000);
  roomInUse();
  vi.advanceTimersByTime(1000);
  expect(free).toHaveBeenCalledTimes(2);
});

import { describe, expect, it } from 'vitest';
import { asYztError, ERROR_CODES, isAbort, YztError } from './errors.js';

const text = { zh: '读取失败', en: 'Could not be read' };

describe('YztError', () => {
  it('carries a code, both languages and the cause', () => {
    const cause = new TypeError('fetch failed');
    const error = new YztError('network', text, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('YztError');
    expect(error.code).toBe('network');
    expect(error.message).toBe('读取失败 / Could not be read');
    expect(error.in('zh-CN')).toBe('读取失败');
    expect(error.in('en')).toBe('Could not be read');
    expect(error.cause).toBe(cause);
  });

  it('has codes in order, each once, written in kebab case', () => {
    expect([...ERROR_CODES]).toEqual([...new Set(ERROR_CODES)].sort());
    for (const code of ERROR_CODES) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

describe('asYztError', () => {
  it('keeps an error that already says what happened', () => {
    const error = new YztError('forbidden', text);
    expect(asYztError(error, 'network', { zh: '别的', en: 'other' })).toBe(error);
  });

  it.each([[new TypeError('x')], ['a string'], [undefined], [null]])('wraps %s', (reason) => {
    const error = asYztError(reason, 'network', text);
    expect(error.code).toBe('network');
    expect(error.cause).toBe(reason);
  });
});

describe('isAbort', () => {
  it('knows an aborted task from a failed one', () => {
    const controller = new AbortController();
    controller.abort();
    expect(isAbort(controller.signal.reason)).toBe(true);
    expect(isAbort(new DOMException('x', 'NetworkError'))).toBe(false);
    expect(isAbort(new Error('AbortError'))).toBe(false);
    expect(isAbort(undefined)).toBe(false);
  });
});

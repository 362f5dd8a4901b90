import { describe, expect, it } from 'vitest';
import { keyAction } from './map-keys.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, modifiers: Partial<typeof none> = {}) => keyAction({ key, ...none, ...modifiers });

describe('keyAction', () => {
  it('knows the keys of a map', () => {
    expect(press('ArrowLeft')).toEqual({ kind: 'pan', x: -1, y: 0 });
    expect(press('ArrowUp')).toEqual({ kind: 'pan', x: 0, y: 1 });
    expect(press('+')).toEqual({ kind: 'zoom', delta: 1 });
    expect(press('=')).toEqual({ kind: 'zoom', delta: 1 });
    expect(press('-')).toEqual({ kind: 'zoom', delta: -1 });
    expect(press('Home')).toEqual({ kind: 'home' });
    expect(press('Escape')).toEqual({ kind: 'clear' });
    expect(press('Enter')).toEqual({ kind: 'pick', additive: false });
    expect(press(' ', { shiftKey: true })).toEqual({ kind: 'pick', additive: true });
  });

  it('leaves shortcuts of the browser and the system alone', () => {
    for (const modifiers of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      for (const key of ['+', '-', 'ArrowLeft', 'Home']) expect(press(key, modifiers)).toBeUndefined();
    }
    for (const key of ['Tab', 'a', 'PageDown', 'F5']) expect(press(key)).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { paleClasses, paled } from './pale.js';

it('pale rows have classes of their own, behind the others; rows without a class have none', () => {
  const classOf = Uint8Array.of(0, 1, 255, 1);
  expect([...paleClasses(classOf, Uint8Array.of(1, 0, 1, 1), 2)]).toEqual([2, 1, 255, 3]);
  expect(paleClasses(classOf, Uint8Array.of(1, 1, 1, 1), 200)).toBe(classOf);
});

it('a pale class is nearer to the surface and lies below', () => {
  expect(paled({ color: '#000000', ink: '#ff0000' }, '#ffffff')).toEqual({ color: '#999999', ink: '#ff9999', below: true });
  expect(paled({ color: 'red' }, '#ffffff')).toEqual({ color: 'red', below: true });
});

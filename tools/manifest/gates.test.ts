import { expect, it } from 'vitest';
import { emittedIn, faultsOf, hooksIn, partsIn, slotsIn } from './gates.mjs';

const tokens = new Set(['--yzt-color-text']);
const declaration = (over = {}) => ({ description: 'Says something.', members: [], events: [], slots: [], cssParts: [], cssProperties: [], ...over });
const faults = (over: object, own: string) => faultsOf({ declaration: declaration(over) }, { own, reach: own, tokens });

it('finds emitted events, own and native', () => {
  expect([...emittedIn("this.emit('yzt-load', x); this.dispatchEvent(new Event('change', {bubbles: true}))")]).toEqual(['yzt-load', 'change']);
});

it('splits several part names and skips computed ones', () => {
  expect([...partsIn('<b part="row active"></b><i part="${x}"></i>')]).toEqual(['row', 'active']);
});

it('finds named slots and the default slot', () => {
  expect([...slotsIn('<slot name="footer"></slot><slot></slot>')]).toEqual(['footer', '']);
});

it('takes tokens for tokens and everything else for a hook', () => {
  expect([...hooksIn('color: var(--yzt-color-text); gap: var(--yzt-x-gap, 4px)', tokens)]).toEqual(['--yzt-x-gap']);
});

it('passes an element whose documentation and source agree', () => {
  const events = [{ name: 'yzt-load', description: 'Data are there.' }];
  const cssParts = [{ name: 'base', description: 'All.' }];
  expect(faults({ events, cssParts }, `this.emit('yzt-load'); <div part="base">`)).toEqual([]);
});

it('names what is emitted but not documented, and the other way round', () => {
  expect(faults({}, "this.emit('yzt-load')")).toEqual(['event "yzt-load" is emitted but not in @fires']);
  expect(faults({ events: [{ name: 'yzt-load', description: 'x' }] }, '')).toEqual(['event "yzt-load" is in @fires but never emitted']);
});

it('wants a description of every member', () => {
  expect(faults({ members: [{ name: 'size' }] }, '')).toEqual(['property "size" has no description: write a docstring']);
});

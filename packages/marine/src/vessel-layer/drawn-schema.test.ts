import { expect, it } from 'vitest';
import { VESSEL } from '../data/vessel-schema.js';
import { drawnSchema } from './drawn-schema.js';

it('the drawn vessels keep the words and fields of their source, with the code lists of the pack and no mask twice', () => {
  const source = { id: 'x@1', titleField: 'call', fields: [{ name: 'call', label: { zh: '船号', en: 'Number' }, mask: 'name' as const }, { name: 'navStatus', label: { zh: '状态', en: 'State' } }] };
  const schema = drawnSchema(source);
  const field = (name: string) => schema.fields.find((one) => one.name === name);
  expect([schema.titleField, field('call'), field('navStatus')]).toEqual([
    'call', { name: 'call', label: { zh: '船号', en: 'Number' } }, { name: 'navStatus', label: { zh: '状态', en: 'State' }, codes: { scheme: 'ais-nav-status' } },
  ]);
  expect([field('look')?.codes?.scheme, drawnSchema(undefined)]).toEqual(['vessel-look', VESSEL]);
});

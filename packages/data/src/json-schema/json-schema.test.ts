import { expect, it } from 'vitest';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { jsonSchemaOf } from './json-schema.js';

const word = (zh: string, en: string) => ({ zh, en });
registerScheme({ scheme: 'test-grade', version: '1', label: word('等级', 'Grade'), source: 'test', evidence: 'official', entries: [{ code: 'A', label: word('甲', 'First') }, { code: 'B', label: word('乙', 'Second') }] });
registerScheme({ scheme: 'test-long', version: '1', label: word('长', 'Long'), source: 'test', evidence: 'official', entries: Array.from({ length: 401 }, (_, at) => ({ code: `c${at}`, label: word('某', 'Some') })) });

it('a shape as JSON Schema names its type, words, units, and what is needed', () => {
  const schema = jsonSchemaOf({
    id: 'test/one@1',
    label: word('一个', 'One'),
    fields: [
      { name: 'id', kind: 'text', required: true },
      { name: 'area', label: word('面积', 'Area'), kind: 'number', unit: '㎡' },
      { name: 'on', kind: 'date' },
      { name: 'open', kind: 'boolean' },
      { name: 'anything' },
    ],
  });
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:yizhangtu:test:one@1',
    title: '一个',
    description: 'One',
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string' },
      area: { title: '面积', description: 'Area', type: ['number', 'null'], 'x-unit': '㎡' },
      on: { type: ['string', 'null'], format: 'date-time' },
      open: { type: ['boolean', 'null'] },
      anything: {},
    },
  });
});

it('codes are those of the scheme; the words of the page come before them; long lists and unknown ones are named only', () => {
  const { properties } = jsonSchemaOf({
    id: 'test/codes@1',
    fields: [
      { name: 'grade', codes: { scheme: 'test-grade', version: '1' } },
      { name: 'needed', codes: { scheme: 'test-grade' }, required: true },
      { name: 'own', codes: { scheme: 'test-grade' }, values: { x: word('叉', 'Cross') } },
      { name: 'long', codes: { scheme: 'test-long' } },
      { name: 'nobody', codes: { scheme: 'nobody-has', version: '2' } },
    ],
  }) as { properties: Record<string, Record<string, unknown>> };
  const [first, second] = [{ const: 'A', title: '甲', description: 'First' }, { const: 'B', title: '乙', description: 'Second' }];
  expect(properties['grade']).toEqual({ type: ['string', 'null'], oneOf: [first, second, { type: 'null' }], 'x-scheme': 'test-grade@1' });
  expect(properties['needed']).toEqual({ type: 'string', oneOf: [first, second], 'x-scheme': 'test-grade' });
  expect(properties['own']?.['oneOf']).toEqual([{ const: 'x', title: '叉', description: 'Cross' }, { type: 'null' }]);
  expect(properties['long']).toEqual({ type: ['string', 'null'], 'x-scheme': 'test-long' });
  expect(properties['nobody']).toEqual({ type: ['string', 'null'], 'x-scheme': 'nobody-has@2' });
});

import { Dataset } from '@yizhangtu/data/model';
import { LAND_SURVEY_2019 } from '@yizhangtu/standards/land-survey-2019';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { registerScheme, type CodeScheme } from '@yizhangtu/standards/scheme';
import { expect, it } from 'vitest';
import { isLandScheme, LAND_PARCEL, landFieldOf, withLandCodes } from './index.js';

const parcels = (columns: Record<string, string[]>): Dataset => Dataset.fromColumns({ columns });

it('finds the field by its name in the data specification, and with it the list', () => {
  expect(landFieldOf(parcels({ name: ['a'], dlbm: ['0101'] }), {})).toEqual({ field: 'dlbm', scheme: LAND_SURVEY_2019 });
  expect(landFieldOf(parcels({ DLBM: ['0101'], YDYHFLDM: ['0101'] }), { scheme: LAND_USE_2023 })).toEqual({ field: 'YDYHFLDM', scheme: LAND_USE_2023 });
  expect(landFieldOf(parcels({ name: ['a'] }), {})).toBeUndefined();
  expect(landFieldOf(parcels({ name: ['a'] }), { field: 'gone' })).toBeUndefined();
});

it('takes the list that the page names, then that of the schema', () => {
  expect(landFieldOf(parcels({ DLBM: ['0101'] }), { field: 'DLBM', scheme: LAND_USE_2023 })?.scheme).toBe(LAND_USE_2023);
  const described = Dataset.fromColumns({ columns: { code: ['0101'] } }, { schema: { id: 'test/land@1', fields: [{ name: 'code', codes: { scheme: 'land-survey' } }] } });
  expect(landFieldOf(described, {})).toEqual({ field: 'code', scheme: LAND_SURVEY_2019 });
});

it('gives a field without words those of its list, and leaves the others alone', () => {
  const data = Dataset.fromColumns({ columns: { DLBM: ['0101'], name: ['x'] } }, { schema: { id: 'test/land@1', fields: [{ name: 'name', label: { zh: '名称', en: 'Name' } }] } });
  const schema = withLandCodes(data, { field: 'DLBM', scheme: LAND_SURVEY_2019 });
  expect(schema?.fields.map(({ name, codes }) => [name, codes?.scheme])).toEqual([['name', undefined], ['DLBM', 'land-survey']]);
  expect(withLandCodes({ schema: LAND_PARCEL }, { field: 'DLBM', scheme: LAND_SURVEY_2019 })).toBeUndefined();
});

it('knows the names of the lists', () => {
  expect(['land-use-2023', 'land-survey-2019', 'toString'].map(isLandScheme)).toEqual([true, true, false]);
});

it('takes any list that is registered for a field that is named, and none of those for one that is not', () => {
  const own: CodeScheme = { scheme: 'test-own-cover', version: '1', label: { zh: '自有分类', en: 'Own list' }, source: 'test', evidence: 'conventional', entries: [{ code: '4', label: { zh: '林', en: 'Wood' } }] };
  registerScheme(own);
  const described = Dataset.fromColumns({ columns: { cover: ['4'] } }, { schema: { id: 'test/cover@1', fields: [{ name: 'cover', codes: { scheme: 'test-own-cover' } }] } });
  expect(landFieldOf(described, { field: 'cover' })).toEqual({ field: 'cover', scheme: own });
  expect(landFieldOf(described, {})).toBeUndefined();
});

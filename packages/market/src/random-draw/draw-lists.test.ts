import { describe, expect, it } from 'vitest';
import { avoidancesOf, countsByClass, inspectorsOf, subjectsOf } from './draw-lists.js';
import { poolOf, staffOf } from './draw.fixture.js';
import { drawRules, expectedOf, recordFrom, zonedTime } from './draw-rules.js';
import { freshState, loadSpan, partiesSpeak, stepsDone } from './draw-state.js';
import { draw, seedOf } from '../calc/index.js';

const FIELDS = { code: 'uscc', name: 'name', risk: 'risk', area: 'district', holder: 'holder', excluded: 'excluded' };

describe('lists of a draw', () => {
  it('rows are subjects, with nothing for what is missing', () => {
    const subjects = subjectsOf(poolOf(20), FIELDS);
    expect(subjects[1]).toEqual({ uscc: expect.stringMatching(/^91370202MA0001001/) as string, name: '示例企业 1', stratum: 'B', area: '370203' });
    expect(subjects[5]).toMatchObject({ excluded: '近期已检查' });
    expect(subjectsOf(poolOf(4), FIELDS, [0, 1, 0, 1])).toHaveLength(2);
    expect([...countsByClass(subjects)]).toEqual([['A', { able: 5, excluded: 0 }], ['B', { able: 4, excluded: 1 }], ['C', { able: 4, excluded: 1 }], ['D', { able: 5, excluded: 0 }]]);
  });

  it('a column that says no excludes nobody', () => {
    const data = { rowCount: 3, value: (row: number, field: string) => (field === 'excluded' ? [false, '否', '注销'][row] : `${field}${row}`) };
    expect(subjectsOf(data, FIELDS).map(({ excluded }) => excluded)).toEqual([undefined, undefined, '注销']);
  });

  it('inspectors come with who may lead and what they avoid', () => {
    const { inspectors, faults } = inspectorsOf(staffOf());
    expect([inspectors[0], inspectors[1], faults]).toEqual([{ id: 'J00', name: '检查员 0', lead: true, avoids: [{ kind: 'area', value: '370202', reason: '原籍' }] }, { id: 'J01', name: '检查员 1' }, []]);
    expect(avoidancesOf('uscc:91:股东；holder：H7；somebody; area:')).toEqual({ avoids: [{ kind: 'uscc', value: '91', reason: '股东' }, { kind: 'holder', value: 'H7', reason: '回避' }], faults: ['somebody', 'area:'] });
  });
});

describe('rules of a draw', () => {
  it('are read from an attribute, and what is none is told', () => {
    expect(drawRules('A=5; B=12.5%; 重点=100:3')).toEqual({ rules: [{ stratum: 'A', perTenThousand: 500, least: 0 }, { stratum: 'B', perTenThousand: 1250, least: 0 }, { stratum: '重点', perTenThousand: 10_000, least: 3 }], faults: [] });
    expect(drawRules('A=5; A=6; B=101; C').faults).toEqual(['A=6', 'B=101', 'C']);
  });

  it('say how many will be drawn, as the draw counts', () => {
    expect([expectedOf({ stratum: 'A', perTenThousand: 700 }, 100), expectedOf({ stratum: 'A', perTenThousand: 500, least: 3 }, 2), expectedOf({ stratum: 'A', perTenThousand: 1 }, 1)]).toEqual([7, 2, 1]);
  });

  it('instants have the zone they were told in', () => {
    expect([zonedTime(Date.UTC(2026, 6, 1, 1, 30), 480), zonedTime(0, -210)]).toEqual(['2026-07-01T09:30:00+08:00', '1969-12-31T20:30:00-03:30']);
  });

  it('a file is a record, or none', () => {
    expect([recordFrom('{'), recordFrom('[1]'), recordFrom('null'), recordFrom('{"algorithm":"x","result":[]}')]).toEqual([undefined, undefined, undefined, { algorithm: 'x', result: [] }]);
  });
});

describe('the state of a draw', () => {
  it('goes from step to step', () => {
    const fresh = freshState([]);
    const frozen = { pool: [], inspectors: [], poolHash: '', inspectorsHash: '' };
    const committed = { seed: '', commitment: '' };
    expect([fresh, { ...fresh, frozen }, { ...fresh, frozen, committed }, { ...fresh, frozen, committed, published: true }].map(stepsDone)).toEqual([0, 1, 1, 2]);
  });

  it('two parties have to speak', () => {
    expect(partiesSpeak({ parties: [{ name: '甲', part: '37' }, { name: '乙', part: ' ' }] })).toBe(false);
    expect(partiesSpeak({ parties: [{ name: '甲', part: '37' }, { name: '乙', part: '岚山' }] })).toBe(true);
  });

  it('tells the fewest and the most subjects of an inspector', () => {
    // Nine of D; J00 may not go to a third of them, so another lead goes once more.
    const { inspectors } = inspectorsOf(staffOf());
    const { rules } = drawRules('D=100');
    const record = draw({ plan: { id: 'p', title: 't', strata: rules }, pool: subjectsOf(poolOf(40), FIELDS), inspectors, seed: seedOf(['1', '2']), scene: { operator: '', witnesses: [], startedAt: '' } });
    expect(loadSpan(record, inspectors)).toEqual({ least: 1, most: 4, unsent: 0 });
  });
});

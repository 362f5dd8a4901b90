import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '@yizhangtu/data/steps';
import { listHashSteps } from './digest.js';
import { canonicalText, draw, hmacHex, minutesOf, poolHash, recordText, seedCommitment, seedOf, sha256Hex, usccCheckDigit, usccFault, usccParts, verify, type DrawInput, type DrawPlan, type DrawRecord, type Inspector, type Subject } from './index.js';

const CLASSES = ['A', 'B', 'C', 'D'] as const;
const PLAN: DrawPlan = {
  id: 'QD-2026-07',
  title: '示例抽查',
  strata: [{ stratum: 'A', perTenThousand: 500 }, { stratum: 'B', perTenThousand: 1000 }, { stratum: 'C', perTenThousand: 3000, least: 3 }, { stratum: 'D', perTenThousand: 10_000 }],
};
const SCENE = { operator: '张三', witnesses: ['李四', '王五'], startedAt: '2026-07-01T09:30:00+08:00' };

/** Subjects that do not exist (示例数据), as the vector below was made with. */
function subjects(count: number): Subject[] {
  return Array.from({ length: count }, (_, i) => {
    const area = `3702${String((i % 3) + 2).padStart(2, '0')}`;
    const first = `91${area}MA${String(1000 + i).padStart(7, '0')}`;
    return { uscc: first + (usccCheckDigit(first) ?? ''), name: `示例企业${i}`, stratum: CLASSES[(i * 7) % 4] as string, area, ...(i % 13 === 5 && { excluded: '近期已检查' }), ...(i % 11 === 3 && { holder: 'H7' }) };
  });
}

function staff(count: number): Inspector[] {
  const avoids = (i: number): Pick<Inspector, 'avoids'> => (i === 0 ? { avoids: [{ kind: 'area', value: '370202', reason: '原籍' }] } : i === 4 ? { avoids: [{ kind: 'holder', value: 'H7', reason: '亲属' }] } : {});
  return Array.from({ length: count }, (_, i) => ({ id: `J${String(i).padStart(2, '0')}`, name: `检查员${i}`, ...(i % 3 === 0 && { lead: true }), ...avoids(i) }));
}

const SEED = seedOf(['双色球 2026073', '37', '岚山']);
const input = (more: Partial<DrawInput> = {}): DrawInput => ({ plan: PLAN, pool: subjects(60), inspectors: staff(9), seed: SEED, scene: SCENE, ...more });

describe('统一社会信用代码', () => {
  it('knows a right code and its parts', () => {
    expect(usccCheckDigit('91350100M000100Y4')).toBe('3');
    expect([usccFault('91350100M000100Y43'), usccParts('91350100M000100Y43')]).toEqual([undefined, { department: '9', kind: '1', division: '350100', organisation: 'M000100Y4', check: '3' }]);
  });

  it('says what is wrong with others', () => {
    expect(usccFault('91350100M000100Y4')).toEqual({ kind: 'length', length: 17 });
    expect(usccFault('91350100M000100Y44')).toEqual({ kind: 'check', expected: '3' });
    expect(usccFault('9135O100M000100Y43')).toEqual({ kind: 'character', at: 4, character: 'O' });
    expect([usccParts('91350100m000100y43'), usccFault('')?.kind]).toEqual([undefined, 'length']);
  });

  it('one wrong digit, or two neighbours that changed places, are found', () => {
    const digit = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.array(digit, { minLength: 17, maxLength: 17 }), fc.nat(16), digit, (digits, at, other) => {
        const right = digits.join('') + (usccCheckDigit(digits.join('')) ?? '');
        const wrong = right.slice(0, at) + other + right.slice(at + 1);
        const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
        return usccFault(right) === undefined && (wrong === right || usccFault(wrong) !== undefined) && (swapped === right || usccFault(swapped) !== undefined);
      }),
    );
  });
});

describe('digests', () => {
  it('are those of OpenSSL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ minLength: 1, maxLength: 100 }), (text, key) => {
        const hex = Buffer.from(key).toString('hex');
        return sha256Hex(text) === createHash('sha256').update(text, 'utf8').digest('hex') && hmacHex(hex, text) === createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest('hex');
      }),
    );
  });

  it('a list worked out one by one has the digest of its text', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()))), (list) => atOnce(listHashSteps(list)) === sha256Hex(canonicalText(list))),
    );
  });

  it('texts are in one form, and numbers that are not whole are refused', () => {
    expect(canonicalText({ b: [1, 'é\n', null], a: { y: true, x: undefined }, 青: '岛' })).toBe('{"a":{"y":true},"b":[1,"é\\n",null],"青":"岛"}');
    expect(() => canonicalText(0.1)).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  });
});

describe('draw', () => {
  // Worked out apart, by a program in Python with hashlib, hmac and json.
  it('is what another language gives, byte for byte', () => {
    const record = draw(input());
    expect([SEED, record.poolHash, record.recordHash]).toEqual(['ed26451f13f5a187d430a8c54aaaf2f4392cdd54f581652fda6aa4752ad6a41a', '1ff06fa74bfd647ff549091e639b7c2d1a819f9376b246213aeb62714e70b5cd', '44ee693607ac362f424004f58c45b172f4a8ae28c2f761063a03b8efb1478b27']);
    expect(record.strata.map(({ count, excluded, drawn }) => [count, excluded, drawn])).toEqual([[14, 1, 1], [14, 1, 2], [14, 1, 5], [13, 2, 13]]);
    expect(record.result.slice(0, 2).map(({ uscc, inspectors }) => [uscc, inspectors])).toEqual([['91370203MA00010520', ['J00', 'J07']], ['91370202MA0001015N', ['J06', 'J02']]]);
  });

  it('does not depend on the order of the lists', () => {
    const expected = recordText(draw(input()));
    fc.assert(
      fc.property(fc.shuffledSubarray(subjects(60), { minLength: 60 }), fc.shuffledSubarray(staff(9), { minLength: 9 }), (pool, inspectors) => recordText(draw(input({ pool, inspectors }))) === expected),
      { numRuns: 20 },
    );
  });

  it('draws no one who is left out, each at most once, as many as the rule says, rounded up exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 9 }), fc.string(), (count, perTenThousand, least, word) => {
        const pool = subjects(count);
        const { result } = draw(input({ pool, plan: { ...PLAN, strata: [{ stratum: 'B', perTenThousand, least }] }, seed: seedOf([word]) }));
        const able = pool.filter(({ stratum, excluded }) => stratum === 'B' && excluded === undefined).map(({ uscc }) => uscc);
        const wanted = Number((BigInt(able.length) * BigInt(perTenThousand) + 9999n) / 10_000n);
        const drawn = result.map(({ uscc }) => uscc);
        return drawn.length === Math.min(able.length, Math.max(least, wanted)) && new Set(drawn).size === drawn.length && drawn.every((uscc) => able.includes(uscc));
      }),
      { numRuns: 60 },
    );
  });

  it('every subject has the same chance', () => {
    const pool = subjects(40).map((subject) => ({ ...subject, stratum: 'B', excluded: undefined }));
    const times = new Map(pool.map(({ uscc }) => [uscc, 0]));
    const rounds = 600;
    for (let i = 0; i < rounds; i++) for (const { uscc } of draw(input({ pool, inspectors: staff(3), plan: { ...PLAN, strata: [{ stratum: 'B', perTenThousand: 2500 }] }, seed: seedOf([`round ${i}`]) })).result) times.set(uscc, (times.get(uscc) ?? 0) + 1);
    // 150 times each are due; 4.5 standard deviations are 48.
    expect([...times.values()].filter((count) => Math.abs(count - rounds / 4) > 48)).toEqual([]);
  });

  it('sends two or more, one of them a lead, none who must keep away, and spreads the work', () => {
    const pool = subjects(300).map((subject) => ({ ...subject, stratum: 'D' }));
    const inspectors = staff(9);
    const { result } = draw(input({ pool, inspectors }));
    const byId = new Map(inspectors.map((one) => [one.id, one]));
    const byCode = new Map(pool.map((one) => [one.uscc, one]));
    const load = new Map(inspectors.map(({ id }) => [id, 0]));
    for (const { uscc, inspectors: pair, skipped } of result) {
      const subject = byCode.get(uscc) as Subject;
      expect([pair.length, new Set(pair).size, byId.get(pair[0] as string)?.lead]).toEqual([2, 2, true]);
      if (subject.area === '370202') expect(pair).not.toContain('J00');
      if (subject.holder === 'H7') expect(pair).not.toContain('J04');
      for (const { inspector, reason } of skipped) expect([byId.get(inspector)?.avoids?.[0]?.reason, pair.includes(inspector)]).toEqual([reason, false]);
      for (const id of pair) load.set(id, (load.get(id) ?? 0) + 1);
    }
    // Each subject needs one of the three leads; the six others share the second place.
    for (const isLead of [true, false]) {
      const loads = inspectors.filter(({ lead = false }) => lead === isLead).map(({ id }) => load.get(id) as number);
      expect(Math.max(...loads) - Math.min(...loads), String(loads)).toBeLessThanOrEqual(3);
    }
  });

  it('where no lead may go there is nobody, and the record says who kept away', () => {
    const pool = subjects(4).map((subject) => ({ ...subject, stratum: 'D', area: '370202' }));
    const { result } = draw(input({ pool, inspectors: staff(3) }));
    expect(result[0]).toMatchObject({ inspectors: [], skipped: [{ inspector: 'J00', kind: 'area', reason: '原籍' }] });
  });

  it('refuses what cannot be', () => {
    const [first] = subjects(1) as [Subject];
    for (const more of [{ seed: '37' }, { seed: SEED.toUpperCase() }, { pool: [first, first] }, { inspectors: [...staff(1), ...staff(1)] }, { plan: { ...PLAN, strata: [{ stratum: 'A', perTenThousand: 5.5 }] } }, { plan: { ...PLAN, inspectorsEach: 1 } }, { plan: { ...PLAN, id: '' } }]) expect(() => draw(input(more)), JSON.stringify(more).slice(0, 60)).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  });
});

describe('verify', () => {
  const record = draw(input());
  const check = (changed: unknown, { pool = subjects(60), inspectors = staff(9), commitment }: { pool?: readonly Subject[]; inspectors?: readonly Inspector[]; commitment?: string } = {}) => verify(changed as DrawRecord, pool, inspectors, commitment);

  it('holds for what was drawn, from a file as well', () => {
    expect(check(JSON.parse(recordText(record)), { commitment: seedCommitment(SEED) })).toEqual({ valid: true, faults: [] });
  });

  it('finds every change, one for one', () => {
    const words = (changed: unknown, given = {}): string => check(changed, given).faults.map(({ zh }) => zh).join();
    const [first, ...rest] = record.result;
    expect(words({ ...record, result: rest })).toMatch(/记录被改动过.*抽取结果/);
    expect(words({ ...record, result: [{ ...first, inspectors: ['J01', 'J02'] }, ...rest] })).toContain('抽取结果');
    expect(words({ ...record, seed: seedOf(['another']) })).toContain('承诺值');
    expect(words(record, { commitment: seedCommitment(seedOf(['another'])) })).toContain('抽取前公布的承诺值');
    expect(words({ ...record, scene: { ...SCENE, operator: '赵六' } })).toContain('记录被改动过');
    expect(words(record, { pool: subjects(61) })).toContain('poolHash');
    expect(words(record, { pool: subjects(60).map((one, i) => (i === 7 ? { ...one, excluded: '迁出' } : one)) })).toMatch(/poolHash.*排除名单/);
    expect(words(record, { inspectors: staff(8) })).toContain('inspectorsHash');
    expect(words({ ...record, version: 2 })).toContain('不认识的算法');
    expect(words({ ...record, plan: undefined })).toContain('不完整');
  });

  it('a record that was forged with all its hashes is found by drawing again', () => {
    const other = draw(input({ pool: subjects(60).filter((_, i) => i !== 20) }));
    const forged = { ...other, poolHash: poolHash(subjects(60)), poolCount: 60 };
    expect(check({ ...forged, recordHash: sha256Hex(canonicalText(JSON.parse(JSON.stringify({ ...forged, recordHash: undefined })) as Parameters<typeof canonicalText>[0])) }).faults.map(({ zh }) => zh).join()).toMatch(/^(?!.*recordHash).*抽取结果|应抽数/);
  });
});

describe('minutesOf', () => {
  it('says what was drawn, by whom, and how it is checked', () => {
    const { title, sections, table } = minutesOf(draw(input()), staff(9));
    expect([title, table.length, table[0]]).toEqual(['示例抽查', 21, { number: 1, stratum: 'A', uscc: '91370203MA00010520', name: '示例企业52', inspectors: ['检查员0', '检查员7'], skipped: [] }]);
    expect(sections[1]?.rows[2]?.value).toEqual({ zh: '14 个中抽取 5 个（比例 30%，至少 3 个）', en: '5 of 14 (30%, at least 3)' });
    expect(sections[0]?.rows.map(({ value }) => value.zh)).toEqual(['QD-2026-07', '2026-07-01T09:30:00+08:00', '张三', '李四、王五', '60 个，其中排除 5 个', '9 人']);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { HOT_SPOT } from '@yizhangtu/standards/hot-spot';
import { registerScheme } from '@yizhangtu/standards/scheme';
import './index.js';
import type { YztEntityProfile } from './entity-profile.js';

const RIGHT = '91350100M000100Y43';

/** Two subjects, one with a wrong code and a name that must stay text. */
const subjects = (): Dataset =>
  Dataset.fromColumns(
    { coordinates: Float64Array.of(120.38, 36.07, 120.4, 36.1), columns: { uscc: [RIGHT, '91350100M000100Y44'], name: ['示例企业甲', '<img src=x onerror="window.hacked=1">'], risk: ['D', 'A'], district: ['370202', '370203'] } },
    { provenance: { source: '示例', example: true } },
  );
const events = (): Dataset =>
  Dataset.fromColumns({
    columns: {
      uscc: [RIGHT, RIGHT], date: [new Date('2020-05-01T00:00:00Z'), new Date('2024-03-01T00:00:00Z')], kind: ['founded', 'device'], dept: ['登记科', '特设科'],
      summary: ['设立登记', '叉车 1 台'], result: [null, null], due: [null, new Date('2026-01-01T00:00:00Z')],
    },
  });

const words = (profile: YztEntityProfile): string => (profile.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
async function settled(profile: YztEntityProfile): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  await profile.updateComplete;
}

describe('yzt-entity-profile', () => {
  it('shows who is selected: code, class, events, and what is overdue', async () => {
    const data = subjects();
    const profile = await fixture<YztEntityProfile>(html`<yzt-entity-profile today="2026-06-30" .dataset=${data} .events=${events()}></yzt-entity-profile>`);
    await settled(profile);
    expect(words(profile)).to.include('选择一个主体');
    data.select([0]);
    await settled(profile);
    expect(words(profile)).to.include('示例企业甲').and.to.include('校验正确').and.to.include('D 类').and.to.include('示例数据').and.to.include('逾期 1 项');
    expect([...(profile.shadowRoot?.querySelectorAll('li strong') ?? [])].map((one) => one.textContent)).to.deep.equal(['特种设备', '设立']);
    await expect(profile).to.be.accessible();
    data.select([1]);
    await settled(profile);
    expect(words(profile)).to.include('<img').and.to.include('校验位应为 3').and.to.include('没有事件记录');
  });

  it('keeps the class to itself where everybody may look, takes a code, and speaks English', async () => {
    const profile = await fixture<YztEntityProfile>(html`<yzt-entity-profile lang="en" public code=${RIGHT} .dataset=${subjects()}></yzt-entity-profile>`);
    await settled(profile);
    expect(words(profile)).to.include('check digit right').and.not.to.include('Class D');
    profile.code = 'none';
    await settled(profile);
    expect(words(profile)).to.include('none is not in the data');
  });

  it('tells a code that is none of GB 32100 by the name of its field, a class by the list of its field, and events by their words', async () => {
    registerScheme(HOT_SPOT);
    const data = Dataset.fromColumns(
      { columns: { site: ['PR1'], name: ['Cafe'], state: ['hot-99'] } },
      { schema: { id: 'x', fields: [{ name: 'site', label: { zh: '企业编号', en: 'Business number' } }, { name: 'state', codes: { scheme: 'hot-spot', version: '1' } }] } },
    );
    const found = Dataset.fromColumns(
      { columns: { uscc: ['PR1'], date: [new Date('2020-05-01T00:00:00Z')], kind: ['2'], summary: ['4'], result: ['1'] } },
      { schema: { id: 'y', fields: [{ name: 'kind', values: { '2': { zh: '常规检查', en: 'Routine' } } }, { name: 'result', values: { '1': { zh: '通过', en: 'Pass' } } }] } },
    );
    const profile = await fixture<YztEntityProfile>(html`<yzt-entity-profile code="PR1" code-field="site" risk-field="state" no-code-check .dataset=${data} .events=${found}></yzt-entity-profile>`);
    await settled(profile);
    expect(words(profile)).to.include('企业编号PR1').and.to.include('热点（置信度 99%）').and.to.include('常规检查').and.to.include('4：通过').and.not.to.include('应为 18 位');
    profile.lang = 'en';
    await settled(profile);
    expect(words(profile)).to.include('Routine').and.to.include('4: Pass').and.to.include('Business number');
  });
});

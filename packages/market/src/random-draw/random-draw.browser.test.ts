import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { DrawRecord } from '../calc/index.js';
import { recordText, seedCommitment, seedOf } from '../calc/index.js';
import { poolOf, staffOf } from './draw.fixture.js';
import './index.js';
import type { YztRandomDraw } from './random-draw.js';

const words = (panel: YztRandomDraw): string => (panel.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const all = <E extends Element>(panel: YztRandomDraw, selector: string): E[] => [...(panel.shadowRoot?.querySelectorAll<E>(selector) ?? [])];

async function press(panel: YztRandomDraw, label: string): Promise<void> {
  const button = (): HTMLButtonElement | undefined => all<HTMLButtonElement>(panel, 'button').find((one) => one.textContent?.trim() === label && !one.disabled);
  await waitUntil(() => button() !== undefined, `no button ${label}`);
  button()?.click();
}

async function type(panel: YztRandomDraw, texts: readonly string[]): Promise<void> {
  await waitUntil(() => all(panel, 'li.now input[type=text]').length === texts.length, 'the fields of the parties');
  all<HTMLInputElement>(panel, 'li.now input[type=text]').forEach((input, at) => {
    input.value = texts[at] ?? '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function drawn(panel: YztRandomDraw): Promise<DrawRecord> {
  await press(panel, '冻结名录');
  await type(panel, ['市局', '双色球 2026073', '公证处', '37', '张三']);
  await press(panel, '生成承诺值');
  await waitUntil(() => all(panel, 'input[type=checkbox]').length === 1);
  all<HTMLInputElement>(panel, 'input[type=checkbox]')[0]?.click();
  await press(panel, '开始抽取');
  await waitUntil(() => panel.record !== undefined, 'no record');
  await panel.updateComplete;
  return panel.record as DrawRecord;
}

async function choose(panel: YztRandomDraw, file: File): Promise<void> {
  const input = all<HTMLInputElement>(panel, 'input[type=file]')[0] as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const made = (): Promise<YztRandomDraw> => fixture<YztRandomDraw>(html`<yzt-random-draw plan-id="QD-1" label="示例抽查" .dataset=${poolOf(200)} .staff=${staffOf()}></yzt-random-draw>`);

describe('yzt-random-draw', () => {
  it('goes from frozen lists to a verified record; the commitment is there before the draw', async () => {
    const panel = await made();
    expect(words(panel)).to.include('检查对象 200 个，其中排除 15 个').and.to.include('9 人，其中主办 3 人').and.to.include('示例数据').and.not.to.include('校验不符');
    await expect(panel).to.be.accessible();
    const heard: unknown[] = [];
    panel.addEventListener('yzt-draw-change', ({ detail }) => heard.push(detail.record));
    const record = await drawn(panel);
    const seed = seedOf(['双色球 2026073', '37']);
    expect([record.seed, record.commitment, record.scene.witnesses.join(), record.scene.operator, heard.length]).to.deep.equal([seed, seedCommitment(seed), '市局,公证处', '张三', 1]);
    expect(words(panel)).to.include(`共抽中 ${record.result.length} 个`).and.to.include(record.recordHash).and.to.include('（主办）');
    expect(panel.shadowRoot?.querySelector('[role=status]')?.textContent).to.include('抽取完成');
    await press(panel, '复核本次记录');
    await waitUntil(() => words(panel).includes('复核一致'));
    await expect(panel).to.be.accessible();
  });

  it('says in words why a record of a file does not hold, and what is no record', async () => {
    const panel = await made();
    const record = await drawn(panel);
    await choose(panel, new File([recordText({ ...record, result: record.result.slice(1) })], 'changed.json'));
    await waitUntil(() => words(panel).includes('复核不一致'));
    expect(words(panel)).to.include('记录被改动过').and.to.include('changed.json');
    panel.addEventListener('yzt-error', (event) => event.preventDefault());
    await choose(panel, new File(['{'], 'other.json'));
    await waitUntil(() => panel.error !== undefined);
    expect(panel.error?.code).to.equal('bad-json');
  });

  it('a list with a code twice is refused with a sentence', async () => {
    const panel = await fixture<YztRandomDraw>(html`<yzt-random-draw code-field="district" .dataset=${poolOf(8)} .inspectors=${[{ id: 'a', name: 'a', lead: true }]}></yzt-random-draw>`);
    panel.addEventListener('yzt-error', (event) => event.preventDefault());
    await press(panel, '冻结名录');
    await waitUntil(() => panel.error !== undefined);
    expect(panel.error?.code).to.equal('bad-argument');
    expect(words(panel)).to.include('370202');
  });

  it('prints minutes in a document of their own, where names stay text', async () => {
    const panel = await made();
    await drawn(panel);
    let printed = '';
    const seen = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof HTMLIFrameElement && node.contentWindow) {
        const inner = node.contentWindow;
        inner.print = () => { printed = inner.document.body.textContent ?? ''; inner.dispatchEvent(new Event('afterprint')); };
      }
    });
    seen.observe(document.body, { childList: true });
    // The frame is filled in the same turn; printing is asked for in the next, so that whoever watches has seen it.
    await press(panel, '打印抽取记录');
    await waitUntil(() => printed !== '');
    expect(printed).to.include('示例抽查 抽取记录').and.to.include('见证人签字').and.to.include('示例数据').and.to.include(panel.record?.recordHash);
    await waitUntil(() => document.querySelector('iframe[aria-hidden]') === null);
    seen.disconnect();
  });

  it('speaks English, and takes rules from the page', async () => {
    const panel = await fixture<YztRandomDraw>(html`<yzt-random-draw lang="en" strata="D=50:3" .dataset=${poolOf(40)} .staff=${staffOf()}></yzt-random-draw>`);
    expect(words(panel)).to.include('Freeze the lists').and.to.include('40 subjects');
    expect(all(panel, 'tbody tr')).to.have.length(1);
  });
});

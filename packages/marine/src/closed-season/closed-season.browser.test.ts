import { expect, fixture, html } from '@open-wc/testing';
import { CLOSED_SEASON } from '../data/index.js';
import './index.js';
import type { YztClosedSeason } from './closed-season.js';

const words = (card: YztClosedSeason): string => (card.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

describe('yzt-closed-season', () => {
  it('says at a moment whether fishing is closed, until when and what the year has', async () => {
    const card = await fixture<YztClosedSeason>(html`<yzt-closed-season at="2026-06-15T08:00"></yzt-closed-season>`);
    expect(words(card)).to.include('伏季休渔2026年6月15日').and.to.include('休渔中').and.to.include('2026年9月1日 12:00 开捕，还有 78 天').and.to.include('来源：农业农村部');
    expect(card.shadowRoot?.querySelectorAll('[part=season]').length).to.equal(CLOSED_SEASON.seasons.length);
    await expect(card).to.be.accessible();
    card.at = '2026-11-29';
    await card.updateComplete;
    expect(words(card)).to.include('未休渔').and.to.include('2027年5月1日 12:00 起休渔');
  });

  it('knows other waters, other rules and English, and says what it does not know', async () => {
    const card = await fixture<YztClosedSeason>(html`<yzt-closed-season lang="en" latitude="30" at="2026-08-10" label="Season"></yzt-closed-season>`);
    expect(words(card)).to.include('Season').and.to.include('Closed in part').and.to.include('Opens 16 Sep 2026, 12:00');
    card.rule = { ...CLOSED_SEASON, since: 2030 };
    await card.updateComplete;
    expect(words(card)).to.include('The rule begins in 2030');
    card.latitude = 10;
    card.rule = CLOSED_SEASON;
    await card.updateComplete;
    expect(words(card)).to.include('no waters at 10° N');
  });

  it('takes now where no moment can be read, and lets its clock go when it leaves', async () => {
    const card = await fixture<YztClosedSeason>(html`<yzt-closed-season at="never" latitude="900"></yzt-closed-season>`);
    expect(words(card)).to.match(/休渔/);
    const parent = card.parentElement as HTMLElement;
    card.remove();
    parent.append(card);
    await card.updateComplete;
    expect(words(card)).to.match(/休渔/);
  });
});

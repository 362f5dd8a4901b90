import { expect } from '@open-wc/testing';
import { hint } from './hints.js';
import { localeOf, pageLocale } from './locale.js';

const text = { zh: '请检查 id', en: 'Check the id' };
const page = document.documentElement;
let said: unknown[][] = [];
let before: typeof console.warn;

beforeEach(() => {
  said = [];
  before = console.warn;
  console.warn = (...words: unknown[]) => void said.push(words);
  delete page.dataset['yztHints'];
});
afterEach(() => {
  console.warn = before;
  delete page.dataset['yztHints'];
  page.lang = '';
});

describe('hint', () => {
  it('speaks once per sentence and element, with the element and a page to read', () => {
    const element = document.createElement('div');
    hint('map-not-found', text, element);
    hint('map-not-found', text, element);
    expect(said.length).to.equal(1);
    expect(said[0]?.[0]).to.contain('请检查 id').and.to.contain('docs/errors/map-not-found.md');
    expect(said[0]?.[1] === element).to.equal(true);
  });

  it('speaks again for another sentence and for another element', () => {
    const element = document.createElement('div');
    hint('bad-attribute', text, element);
    hint('bad-attribute', { zh: '请检查 for', en: 'Check for' }, element);
    hint('bad-attribute', text, document.createElement('div'));
    expect(said.length).to.equal(3);
  });

  it('is silent where the page says so, and speaks when it says so', () => {
    const element = document.createElement('div');
    page.dataset['yztHints'] = 'off';
    hint('map-not-found', text, element);
    expect(said.length).to.equal(0);
    page.dataset['yztHints'] = '';
    hint('map-not-found', text, element);
    expect(said.length).to.equal(1);
  });

  it('speaks the language of the page', () => {
    page.lang = 'en';
    hint('map-not-found', text, document.createElement('div'));
    expect(said[0]?.[0]).to.contain('Check the id');
  });
});

describe('localeOf', () => {
  it('takes the nearest lang, through shadow roots and over the page', () => {
    page.lang = 'en';
    const outer = document.createElement('div');
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    document.body.append(outer);
    expect(pageLocale()).to.equal('en');
    expect(localeOf(inner)).to.equal('en');
    outer.lang = 'zh-CN';
    expect(localeOf(inner)).to.equal('zh-CN');
    inner.lang = 'en-GB';
    expect(localeOf(inner)).to.equal('en');
    outer.remove();
  });

  it('takes the lang of the page for an element that stands nowhere', () => {
    page.lang = 'en';
    expect(localeOf(document.createElement('div'))).to.equal('en');
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { followPageWords, writePageWords } from './page-words.js';

const root = document.documentElement;
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('words of a page', () => {
  let end: (() => void) | undefined;
  afterEach(() => {
    end?.();
    root.lang = 'zh-CN';
  });

  it('are written in the language of the page, and in Chinese again', async () => {
    const box = await fixture(html`<div><h2 data-en="Layers">图层</h2><yzt-thing label="高度" data-en-label="Height" data-en-unit="m"></yzt-thing><p>不变</p></div>`);
    end = followPageWords();
    const thing = box.querySelector('yzt-thing') as Element;
    expect([box.textContent, thing.getAttribute('label'), thing.hasAttribute('unit')]).to.deep.equal(['图层不变', '高度', false]);
    root.lang = 'en';
    await settled();
    expect([box.textContent, thing.getAttribute('label'), thing.getAttribute('unit')]).to.deep.equal(['Layers不变', 'Height', 'm']);
    root.lang = 'zh-CN';
    await settled();
    expect([box.textContent, thing.getAttribute('label'), thing.hasAttribute('unit')]).to.deep.equal(['图层不变', '高度', false]);
  });

  it('are written for what is added later, until nobody follows any more', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    end = followPageWords();
    const second = followPageWords();
    root.lang = 'en';
    await settled();
    const add = async () => {
      const text = document.createElement('p');
      text.setAttribute('data-en', 'Later');
      text.textContent = '后来';
      box.append(text);
      await settled();
      return text.textContent;
    };
    expect(await add()).to.equal('Later');
    end();
    end();
    expect(await add()).to.equal('Later');
    second();
    expect(await add()).to.equal('后来');
  });

  it('a text that the page has changed in the meantime stays in Chinese', async () => {
    const box = await fixture(html`<p data-en="Sum">总数</p>`);
    end = followPageWords();
    box.textContent = '总数 5';
    root.dataset['yztTheme'] = 'dark';
    await settled();
    delete root.dataset['yztTheme'];
    expect(box.textContent).to.equal('总数 5');
  });

  it('write nothing that runs or loads, whatever the markup says', async () => {
    const box = document.createElement('div');
    box.innerHTML = '<p data-en-onclick="window.hit = 1" data-en-title="Tip" data-en-style="color:red"></p><a data-en-href="javascript:alert(1)">a</a><yzt-thing data-en-onclick="1" data-en-src="/x" data-en-id="y" data-en-label="L"></yzt-thing>';
    root.lang = 'en';
    writePageWords(box);
    const [text, link, thing] = [...box.children].map((one) => one.getAttributeNames().filter((name) => !name.startsWith('data-en')));
    expect([text, link, thing]).to.deep.equal([['title'], [], ['label']]);
  });
});

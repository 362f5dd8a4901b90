import { expect } from '@open-wc/testing';
import { printDocument, putElement } from './print-document.js';
import { printedBy } from './printed.fixture.js';

describe('printDocument', () => {
  it('prints words as text in a document of its own, with its title, language and styles, and leaves nothing behind', async () => {
    let told: readonly string[] = [];
    const text = await printedBy(() =>
      printDocument({
        title: '报告',
        lang: 'zh-CN',
        styles: '.own { width: 50mm; }',
        write: (page) => {
          putElement(page.body, 'p', '<img src=x>').className = 'own';
          told = [page.title, page.documentElement.lang, String(page.images.length), [...(page.adoptedStyleSheets[0]?.cssRules ?? [])].pop()?.cssText ?? ''];
        },
      }),
    );
    expect(text).to.equal('<img src=x>');
    expect(told).to.deep.equal(['报告', 'zh-CN', '0', '.own { width: 50mm; }']);
    expect(document.querySelector('iframe')).to.equal(null);
  });
});

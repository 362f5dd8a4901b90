import { expect } from '@open-wc/testing';
import { define } from './define.js';
import { VERSION } from './version.js';

/** What the console was told while `body` ran. */
function warnings(body: () => void): string[] {
  const before = console.warn;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => said.push(words.map(String).join(' '));
  try {
    body();
  } finally {
    console.warn = before;
  }
  return said;
}

describe('define', () => {
  it('registers an element', () => {
    class First extends HTMLElement {}
    define('yzt-define-first', First);
    expect(customElements.get('yzt-define-first')).to.equal(First);
  });

  it('lets the first of two copies win, without a word when they are the same version', () => {
    class First extends HTMLElement {
      static version = VERSION;
    }
    class Second extends HTMLElement {
      static version = VERSION;
    }
    define('yzt-define-same', First);
    expect(warnings(() => define('yzt-define-same', Second))).to.deep.equal([]);
    expect(warnings(() => define('yzt-define-same', First))).to.deep.equal([]);
    expect(customElements.get('yzt-define-same')).to.equal(First);
  });

  it('does not throw and names both versions when the first copy is another one', () => {
    class Old extends HTMLElement {
      static version = '0.0.1';
    }
    class New extends HTMLElement {
      static version = VERSION;
    }
    define('yzt-define-old', Old);
    const said = warnings(() => define('yzt-define-old', New)).join('\n');
    expect(said).to.contain('0.0.1').and.to.contain(VERSION).and.to.contain('docs/errors/duplicate-element.md');
    expect(customElements.get('yzt-define-old')).to.equal(Old);
  });
});

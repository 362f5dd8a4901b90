import { expect } from '@open-wc/testing';
import { type Beside, settled, wait, page, host, element } from './link.fixture.js';

describe('a partner that never comes', () => {
  let said: string[] = [];
  const warn = console.warn;
  beforeEach(() => {
    said = [];
    console.warn = (...words: unknown[]) => void said.push(String(words[0]));
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('marks the element and tells the author after a while, and takes the mark back when one comes', async () => {
    const box = await page('<test-host for="nobody"></test-host>');
    expect(host(box).hasAttribute('unlinked')).to.equal(false);
    await wait(2200);
    expect(host(box).hasAttribute('unlinked')).to.equal(true);
    expect(said.join()).to.contain('<test-host>').and.to.contain('id="nobody"').and.to.contain('docs/errors/map-not-found.md');
    box.append(Object.assign(document.createElement('test-partner'), { id: 'nobody', title: 'a' }));
    await settled();
    expect(host(box).hasAttribute('unlinked')).to.equal(false);
  });

  it('is no mistake for an element that asks for none, or has left the page', async () => {
    const box = await page('<test-beside></test-beside><test-host for="gone"></test-host><test-beside class="asks" for="gone"></test-beside>');
    const left = host(box);
    left.remove();
    await wait(2200);
    expect(element(box, 'test-beside').hasAttribute('unlinked')).to.equal(false);
    expect(left.hasAttribute('unlinked')).to.equal(false);
    const asks = element(box, '.asks') as Beside;
    expect(asks.hasAttribute('unlinked')).to.equal(true);
    asks.for = undefined;
    await settled();
    expect(asks.hasAttribute('unlinked')).to.equal(false);
  });
});

describe('linking', () => {
  it('leaves no listener on the document after elements have gone', async () => {
    const add = document.addEventListener.bind(document);
    const remove = document.removeEventListener.bind(document);
    let open = 0;
    document.addEventListener = (type: string, ...rest: [EventListener]) => {
      if (type === 'yzt-link-announce') open++;
      add(type, ...rest);
    };
    document.removeEventListener = (type: string, ...rest: [EventListener]) => {
      if (type === 'yzt-link-announce') open--;
      remove(type, ...rest);
    };
    try {
      const box = await page('<test-partner id="p" title="a"><test-host></test-host></test-partner><test-host for="p"></test-host>');
      expect(open).to.equal(2);
      for (let i = 0; i < 200; i++) {
        const [...children] = box.children;
        for (const child of children) child.remove();
        box.append(...children);
      }
      expect(open).to.equal(2);
      box.replaceChildren();
      expect(open).to.equal(0);
    } finally {
      document.addEventListener = add;
      document.removeEventListener = remove;
    }
  });

  it('answers a request of the community context protocol from another library', async () => {
    const box = await page('<test-partner title="a"><p></p></test-partner>');
    let answer: unknown;
    const request = new Event('context-request', { bubbles: true, composed: true });
    Object.assign(request, { context: Symbol.for('test-partner'), contextTarget: element(box, 'p'), callback: (value: unknown) => (answer = value) });
    element(box, 'p').dispatchEvent(request);
    expect(answer === element(box, 'test-partner')).to.equal(true);
  });

  it('leaves requests for another context to others', async () => {
    const box = await page('<test-partner title="a"><p></p></test-partner>');
    let reached = false;
    box.addEventListener('context-request', () => (reached = true));
    const request = new Event('context-request', { bubbles: true, composed: true });
    Object.assign(request, { context: Symbol.for('another'), contextTarget: element(box, 'p'), callback: () => expect.fail('answered') });
    element(box, 'p').dispatchEvent(request);
    expect(reached).to.equal(true);
  });
});

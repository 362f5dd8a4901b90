import { expect } from '@open-wc/testing';
import { Partner, type Host, lateName, settled, page, host, element, shadowIn } from './link.fixture.js';

describe('LinkController inside its partner', () => {
  it('finds a partner that is upgraded first', async () => {
    const box = await page('<test-partner title="a"><p><test-host></test-host></p></test-partner>');
    expect(host(box).link.target?.title).to.equal('a');
    expect(host(box).shadowRoot?.textContent).to.equal('a');
    expect(host(box).changes).to.deep.equal([['a', undefined]]);
  });

  it('finds a partner that is upgraded last', async () => {
    const name = lateName();
    const box = await page(`<${name} title="a"><test-host></test-host></${name}>`);
    expect(host(box).link.target?.title).to.equal(undefined);
    customElements.define(name, class extends Partner {});
    await settled();
    expect(host(box).link.target?.title).to.equal('a');
    expect(host(box).shadowRoot?.textContent).to.equal('a');
    expect(host(box).changes).to.deep.equal([['a', undefined]]);
  });

  it('finds the partner around a shadow root', async () => {
    const box = await page('<test-partner title="a"></test-partner>');
    const root = shadowIn(shadowIn(element(box, 'test-partner'), '<section></section>').querySelector('section') as Element, '<test-host></test-host>');
    await settled();
    expect(host(root).link.target?.title).to.equal('a');
  });

  it('finds the partner in the shadow of the shell it is slotted into', async () => {
    const box = await page('<div></div>');
    const shell = element(box, 'div');
    shell.append(document.createElement('test-host'));
    await settled();
    expect(host(box).link.target?.title).to.equal(undefined);
    const root = shell.attachShadow({ mode: 'open' });
    const partner = document.createElement('test-partner');
    partner.title = 'shell';
    partner.append(document.createElement('slot'));
    root.append(partner);
    await settled();
    expect(host(box).link.target?.title).to.equal('shell');
  });

  it('takes each its own of two partners, and the nearer of two around it', async () => {
    const box = await page(`
      <test-partner title="a"><test-host class="a"></test-host></test-partner>
      <test-partner title="b"><test-host class="b"></test-host><test-partner title="c"><test-host class="c"></test-host></test-partner></test-partner>`);
    for (const name of ['a', 'b', 'c']) expect((element(box, `.${name}`) as Host).link.target?.title).to.equal(name);
  });

  it('changes over when it moves from one partner to another, in one step', async () => {
    const box = await page('<test-partner title="a"><test-host></test-host></test-partner><test-partner title="b"></test-partner>');
    const moved = host(box);
    element(box, '[title=b]').append(moved);
    await settled();
    expect(moved.changes).to.deep.equal([['a', undefined], ['b', 'a']]);
    expect(moved.shadowRoot?.textContent).to.equal('b');
  });

  it('keeps its partner without a word when it moves inside it, and when both move together', async () => {
    const box = await page('<test-partner title="a"><p></p><test-host></test-host></test-partner><section></section>');
    const moved = host(box);
    element(box, 'p').append(moved);
    await settled();
    element(box, 'section').append(element(box, 'test-partner'));
    await settled();
    expect(moved.link.target?.title).to.equal('a');
    expect(moved.changes).to.deep.equal([['a', undefined]]);
  });

  it('lets go when it moves out, and when it leaves the page', async () => {
    const box = await page('<test-partner title="a"><test-host></test-host></test-partner>');
    const moved = host(box);
    box.append(moved);
    await settled();
    expect(moved.link.target?.title).to.equal(undefined);
    element(box, 'test-partner').append(moved);
    await settled();
    moved.remove();
    await settled();
    expect(moved.changes).to.deep.equal([['a', undefined], [undefined, 'a'], ['a', undefined], [undefined, 'a']]);
  });

  it('links again after partner and host came back together', async () => {
    const box = await page('<test-partner title="a"><test-host></test-host></test-partner>');
    const partner = element(box, 'test-partner');
    partner.remove();
    await settled();
    expect(host(partner).link.target?.title).to.equal(undefined);
    box.append(partner);
    await settled();
    expect(host(box).link.target?.title).to.equal('a');
  });
});

describe('LinkController beside its partner', () => {
  it('finds a partner before or after it in the page', async () => {
    const box = await page('<test-host class="1" for="p"></test-host><test-partner id="p" title="a"></test-partner><test-host class="2" for="p"></test-host>');
    for (const one of box.querySelectorAll('test-host')) expect((one as Host).link.target?.title).to.equal('a');
  });

  it('waits for the script that defines the partner', async () => {
    const name = lateName();
    const box = await page(`<test-host for="late-script"></test-host><${name} id="late-script" title="a"></${name}>`);
    expect(host(box).link.target?.title).to.equal(undefined);
    customElements.define(name, class extends Partner {});
    await settled();
    expect(host(box).link.target?.title).to.equal('a');
  });

  it('waits for a partner that is put into the page later', async () => {
    const box = await page('<test-host for="late"></test-host>');
    const partner = Object.assign(document.createElement('test-partner'), { id: 'late', title: 'a' });
    box.append(partner);
    await settled();
    expect(host(box).link.target === partner).to.equal(true);
  });

  it('changes over when the partner is replaced under the same id', async () => {
    const box = await page('<test-host for="p"></test-host><test-partner id="p" title="a"></test-partner>');
    element(box, '#p').replaceWith(Object.assign(document.createElement('test-partner'), { id: 'p', title: 'b' }));
    await settled();
    expect(host(box).changes).to.deep.equal([['a', undefined], ['b', 'a']]);
  });

  it('lets go of a partner that is removed', async () => {
    const box = await page('<test-host for="p"></test-host><test-partner id="p" title="a"></test-partner>');
    element(box, '#p').remove();
    await settled();
    expect(host(box).changes).to.deep.equal([['a', undefined], [undefined, 'a']]);
    expect(host(box).shadowRoot?.textContent).to.equal('none');
  });

  it('changes over when `for` is pointed elsewhere, before willUpdate of the last update', async () => {
    const box = await page('<test-host for="p"></test-host><test-partner id="p" title="a"></test-partner><test-partner id="q" title="b"></test-partner>');
    host(box).for = 'q';
    await settled();
    expect(host(box).link.target?.title).to.equal('b');
    expect((host(box).inWillUpdate as HTMLElement).title).to.equal('b');
    expect(host(box).shadowRoot?.textContent).to.equal('b');
    expect(host(box).changes).to.deep.equal([['a', undefined], ['b', 'a']]);
  });

  it('takes the id of its own root first, then of each root around it', async () => {
    const box = await page('<test-partner id="p" title="outer"></test-partner>');
    const near = shadowIn(box, '<test-partner id="p" title="inner"></test-partner><test-host for="p"></test-host>');
    const far = shadowIn(box, '<test-host for="p"></test-host>');
    await settled();
    expect(host(near).link.target?.title).to.equal('inner');
    expect(host(far).link.target?.title).to.equal('outer');
    near.querySelector('test-partner')?.remove();
    await settled();
    expect(host(near).link.target?.title).to.equal('outer');
    far.prepend(Object.assign(document.createElement('test-partner'), { id: 'p', title: 'closer' }));
    await settled();
    expect(host(far).link.target?.title).to.equal('closer');
  });

  it('follows an id that is set, changed or taken away later', async () => {
    const box = await page('<test-host for="p"></test-host><test-partner title="a"></test-partner>');
    const partner = element(box, 'test-partner');
    partner.id = 'p';
    await settled();
    expect(host(box).link.target === partner).to.equal(true);
    partner.id = 'q';
    await settled();
    expect(host(box).link.target?.title).to.equal(undefined);
  });

  it('lets the id win over the partner around it', async () => {
    const box = await page('<test-partner title="a"><test-host for="p"></test-host></test-partner><test-partner id="p" title="b"></test-partner>');
    expect(host(box).link.target?.title).to.equal('b');
    host(box).for = undefined;
    await settled();
    expect(host(box).link.target?.title).to.equal('a');
  });

  it('does not take another element with the id for a partner', async () => {
    const box = await page('<test-host for="p"></test-host><div id="p"></div>');
    expect(host(box).link.target?.title).to.equal(undefined);
  });
});

describe('LinkController with its partner as a property', () => {
  it('lets the property win over id and enclosure, and gives way again', async () => {
    const box = await page(
      '<test-partner title="a"><test-host for="p"></test-host></test-partner><test-partner id="p" title="b"></test-partner><test-partner class="c" title="c"></test-partner>',
    );
    host(box).partner = element(box, '.c');
    await settled();
    expect(host(box).link.target?.title).to.equal('c');
    host(box).partner = undefined;
    await settled();
    expect(host(box).changes.map(([next]) => next)).to.deep.equal(['b', 'c', 'b']);
  });

  it('waits for a partner that is not on the page yet, or not upgraded', async () => {
    const name = lateName();
    const box = await page(`<test-partner title="a"><test-host></test-host></test-partner><${name} title="late"></${name}>`);
    host(box).partner = element(box, name);
    await settled();
    expect(host(box).link.target?.title).to.equal(undefined);
    customElements.define(name, class extends Partner {});
    await settled();
    expect(host(box).link.target?.title).to.equal('late');

    const made = Object.assign(document.createElement('test-partner'), { title: 'made' });
    host(box).partner = made;
    await settled();
    expect(host(box).link.target?.title).to.equal(undefined);
    box.append(made);
    await settled();
    expect(host(box).link.target === made).to.equal(true);
  });
});

import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { resume } from '@yizhangtu/data/request';
import { Run } from './tile-run.fixture.js';

describe('tiles of a server on a bad day', () => {
  it('holes are normal: no alarm, and they are counted', async () => {
    const run = await new Run().begin('holes');
    await waitUntil(() => run.layer.missingTiles > 0, 'holes', { timeout: 10_000 });
    await aTimeout(1200);
    expect(run.codes).to.deep.equal([]);
    expect(run.layer.failedTiles).to.equal(0);
    const { most } = await run.tally();
    expect(most).to.be.at.most(4);
    run.end();
  });

  it('204 is a hole as well; nothing but holes is said', async () => {
    const run = await new Run().begin('nothing');
    const error = await run.failed();
    expect(error.code).to.equal('not-found');
    expect(error.text.zh).to.contain('204');
    expect(run.layer.missingTiles).to.be.greaterThan(0);
    run.end();
  });

  it('what fails once or twice comes with the next request, and nobody hears of it', async () => {
    const modes = ['429-once', '500-once', '503-twice', '502-once', '504-twice'];
    const runs = await Promise.all(modes.map((mode) => new Run().begin(mode)));
    for (const [i, run] of runs.entries()) {
      await run.drawn();
      const { most } = await run.tally();
      expect(most, modes[i]).to.be.within(2, 4);
      expect(run.codes, modes[i]).to.deep.equal([]);
      run.end();
    }
  });

  it('never asks more than four times for a tile', async () => {
    const run = await new Run().begin('503', { attributes: { zoom: '3' } });
    const error = await run.failed();
    expect(error.code).to.equal('http-error');
    expect(error.message).to.contain('503');
    expect((await run.tally()).most).to.be.at.most(4);
    run.end();
  });

  const BODIES: readonly (readonly [mode: string, code: string, words: RegExp])[] = [
    ['html', 'not-a-tile', /维护中/],
    ['exception', 'service-exception', /LayerNotDefined: 没有这个图层/],
    ['exception-as-png', 'service-exception', /no such style/],
    ['truncated', 'not-a-tile', /不完整/],
    ['text', 'not-a-tile', /no tile today/],
    ['bytes', 'not-a-tile', /00 01 02 03/],
    ['empty', 'not-a-tile', /空内容/],
    ['arcgis', 'token', /Token Required/],
  ];
  it('an answer that is no image is named, once', async () => {
    const runs = await Promise.all(BODIES.map(([mode]) => new Run().begin(mode)));
    for (const [i, run] of runs.entries()) {
      const [mode, code, words] = BODIES[i] as (typeof BODIES)[number];
      const error = await run.failed();
      expect(error.code, mode).to.equal(code);
      expect(error.text.zh, mode).to.match(words).and.to.contain('<yzt-xyz-layer>');
      expect(run.codes, mode).to.have.length(1);
      run.end();
    }
  });

  it('gzip that does not say so is opened', async () => {
    const run = await new Run().begin('gzip');
    await run.drawn();
    expect(run.codes).to.deep.equal([]);
    run.end();
  });

  it('a server that hangs or drips ends in an error', async () => {
    const runs = await Promise.all(['hang', 'drip'].map((mode) => new Run().begin(mode, { timeLimit: 1 })));
    for (const run of runs) {
      expect((await run.failed()).code).to.equal('timeout');
      expect(run.layer.hasAttribute('error')).to.equal(true);
      // It was shown as loading, and is not any more.
      await waitUntil(() => !run.layer.loading, 'the mark ends');
      expect(run.marks).to.include(true);
      run.end();
    }
  });

  it('a refusal ends the asking, and resume() goes on', async () => {
    const modes: readonly (readonly [string, string])[] = [['403', 'token'], ['418', 'quota'], ['401', 'auth']];
    for (const [mode, code] of modes) {
      const run = await new Run().begin(mode, { query: '?tk=geheim' });
      const error = await run.failed();
      expect(error.code).to.equal(code);
      expect(error.message).not.to.contain('geheim');
      // What was under way when the first refusal came may still arrive.
      await aTimeout(400);
      const before = (await run.tally()).total;
      await run.mode('good');
      // A move wants new tiles; they are not asked for.
      run.map.zoom = 12;
      await aTimeout(400);
      expect((await run.tally()).total, mode).to.equal(before);
      resume(location.origin);
      await run.drawn();
      expect(run.codes, mode).to.deep.equal([code]);
      expect(run.layer.hasAttribute('error'), mode).to.equal(false);
      run.end();
    }
  });

  it('a session that ends is told once for the page, however it ends, and is renewed without a reload', async () => {
    for (const mode of ['login', 'away', '401']) {
      const told: string[] = [];
      const listen = (event: DocumentEventMap['yzt-auth-request']): void => void told.push(event.detail.origin);
      document.addEventListener('yzt-auth-request', listen);
      const runs = await Promise.all([new Run().begin('good'), new Run().begin('good')]);
      for (const run of runs) await run.drawn();
      for (const run of runs) {
        await run.mode(mode);
        run.map.zoom = 13;
      }
      for (const run of runs) expect((await run.failed()).code, mode).to.equal('auth');
      expect(told, mode).to.deep.equal([location.origin]);
      for (const run of runs) await run.mode('good');
      resume(location.origin);
      for (const run of runs) await waitUntil(() => !run.layer.hasAttribute('error'), mode, { timeout: 10_000 });
      for (const run of runs) run.end();
      document.removeEventListener('yzt-auth-request', listen);
    }
  });

  it('a thousand tiles that fail do not hold up the next good one, and a service that is back is used again', async function () {
    this.timeout(60_000);
    const run = await new Run().begin('500');
    run.map.style.width = '1400px';
    run.map.style.height = '900px';
    for (let step = 0; (await run.tally()).tiles < 1000 && step < 200; step++) {
      run.map.center = [100 + step / 2, 36];
      run.map.zoom = 8 + (step % 9);
      await aTimeout(50);
    }
    expect((await run.tally()).tiles).to.be.at.least(1000);
    await run.failed();
    await run.mode('good');
    run.map.zoom = 5;
    await waitUntil(() => !run.layer.hasAttribute('error'), 'mended', { timeout: 15_000 });
    await waitUntil(() => run.isRed(), 'tiles', { timeout: 15_000 });
    expect(run.codes).to.have.length(1);
    expect((await run.tally()).most).to.be.at.most(4);
    run.end();
  });

  it('goes on when the machine is online again', async () => {
    const run = await new Run().begin('reset', { attributes: { zoom: '2' } });
    const error = await run.failed();
    expect(error.code).to.equal('network');
    await run.mode('good');
    window.dispatchEvent(new Event('online'));
    await run.drawn();
    expect(run.layer.hasAttribute('error')).to.equal(false);
    run.end();
  });

  it('asks for nothing while it is hidden, and for what it missed when it is seen again', async () => {
    const run = await new Run().begin('503-twice');
    await waitUntil(async () => (await run.tally()).total > 0, 'a first request');
    run.layer.invisible = true;
    await run.layer.updateComplete;
    await aTimeout(500);
    const before = (await run.tally()).total;
    await aTimeout(3500);
    expect((await run.tally()).total - before).to.be.at.most(6);
    run.layer.invisible = false;
    await run.drawn();
    run.end();
  });

  it('asks for nothing once it is gone', async () => {
    const run = await new Run().begin('503');
    await waitUntil(async () => (await run.tally()).total > 0, 'a first request');
    run.end();
    await aTimeout(300);
    const before = (await run.tally()).total;
    await aTimeout(2500);
    expect((await run.tally()).total).to.equal(before);
  });
});

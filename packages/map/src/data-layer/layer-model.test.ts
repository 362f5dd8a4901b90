import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import type { Engine } from './engine-door.js';
import { LayerModel } from './layer-model.js';
import { usableSymbology } from './usable-symbology.js';

const dataset = Dataset.fromColumns({ columns: { n: Float64Array.of(1, 2, 3) } });

function modelWith(code: Promise<unknown>) {
  const said: string[] = [];
  let ready = 0;
  const engine = { symbologyCode: () => code, usableSymbology } as unknown as Engine;
  const model = new LayerModel({ localName: 'yzt-point-layer', fail: (error) => said.push(error.code), clearError: () => said.push('cleared'), ready: () => ready++, marked: (one) => one });
  return { model, said, renew: () => model.renew(engine, dataset, 'breaks:n:3', ''), ready: () => ready };
}

describe('a symbology whose code is on its way', () => {
  it('is waited for, and told when it is there', async () => {
    const { model, said, renew, ready } = modelWith(Promise.resolve());
    expect([renew(), model.now]).toEqual([false, undefined]);
    await model.pending;
    expect([ready(), model.pending, said.length]).toEqual([1, undefined, 0]);
  });

  it('that does not come is said once, and the rows are drawn all alike', async () => {
    const { model, said, renew, ready } = modelWith(Promise.reject(new TypeError('Failed to fetch')));
    renew();
    await model.pending;
    expect(renew()).toBe(true);
    expect([model.now?.kind, ready(), said]).toEqual(['fixed', 1, ['network']]);
    expect(renew()).toBe(false);
  });
});

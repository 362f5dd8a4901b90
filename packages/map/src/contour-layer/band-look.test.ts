import { describe, expect, it } from 'vitest';
import { lookedClasses } from './band-look.js';

describe('lookedClasses', () => {
  it('gives each band its colour and its name, and leaves a band without them as it is', () => {
    const classes = ['5 以下', '5 以上'].map((zh) => ({ key: undefined, label: { zh, en: zh }, color: '#000000' }));
    const look = { limits: [5], colors: ['#112233'], words: [{ zh: '浅', en: 'Shallow' }] };
    expect(lookedClasses(classes, look)).toEqual([{ key: undefined, label: { zh: '浅 5 以下', en: 'Shallow 5 以下' }, color: '#112233' }, classes[1]]);
  });
});

import { describe, expect, it } from 'vitest';
import { readXml } from '../request/xml.js';
import { FesWriter } from './fes.js';
import { joinedCql, joinedFes, languageOf } from './own-filter.js';

const OWN = `<?xml version="1.0"?><fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsEqualTo><fes:ValueReference>t</fes:ValueReference><fes:Literal>a&gt;b</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>`;

describe('a condition of the page', () => {
  it.each([[' <Filter/>', 'fes'], ['{"op":"="}', 'cql2-json'], ["t = 'a'", 'cql']])('%s is %s', (text, language) => {
    expect(languageOf(text, 'cql')).toBe(language);
  });

  it('is joined with a window in one filter', () => {
    const box = new FesWriter('2.0.0').filter({ op: 's_intersects', args: [{ property: 'geom' }, { bbox: [119, 35, 121, 37] }] });
    const joined = joinedFes(OWN, box) ?? '';
    const root = readXml(joined);
    expect(root.name).toBe('Filter');
    expect(root.children.map(({ name }) => name)).toEqual(['And']);
    expect(root.children[0]?.children.map(({ name }) => name)).toEqual(['BBOX', 'PropertyIsEqualTo']);
    expect(joined).toContain('xmlns:fes="http://www.opengis.net/fes/2.0"');
    expect(joinedFes(OWN, undefined)).toBe(OWN);
  });

  it.each(['<a/>', '<Filter>', '<!DOCTYPE Filter [<!ENTITY x "y">]><Filter></Filter>'])('%s is none', (text) => {
    expect(joinedFes(text, undefined)).toBe(undefined);
  });

  it('in CQL gets the window as words', () => {
    expect(joinedCql('n > 1 OR n < 0', 'geom', [119, 35, 121, 37])).toBe(`(n > 1 OR n < 0) AND BBOX("geom", 119, 35, 121, 37, 'EPSG:4326')`);
    expect(joinedCql('n > 1', 'geom', undefined)).toBe('n > 1');
  });
});

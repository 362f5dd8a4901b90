import { expect } from '@open-wc/testing';
import '@yizhangtu/data/dataset';
import { toGaussKruger } from './index.js';
import '../map/index.js';

/** GBK of 崂山区. */
const NAME = [0xe1, 0xc0, 0xc9, 0xbd, 0xc7, 0xf8];
const PRJ =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0]]';

function shp(x: number, y: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(128));
  view.setInt32(0, 9994);
  view.setInt32(100, 1);
  view.setInt32(104, 10);
  view.setInt32(108, 1, true);
  view.setFloat64(112, x, true);
  view.setFloat64(120, y, true);
  return view.buffer;
}

function dbf(): ArrayBuffer {
  const bytes = new Uint8Array(65 + 9).fill(0x20, 65);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, 1, true);
  view.setUint16(8, 65, true);
  view.setUint16(10, 9, true);
  bytes[29] = 0x4d;
  bytes.set([0x6e, 0x61, 0x6d, 0x65], 32);
  bytes[43] = 0x43;
  bytes[48] = 8;
  bytes[64] = 0x0d;
  bytes.set(NAME, 66);
  return bytes.buffer;
}

const once = (target: EventTarget, type: string): Promise<Event> => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

describe('a shapefile in metres on a page with a map', () => {
  it('shows its names in GBK and lies where it belongs', async () => {
    const element = document.createElement('yzt-dataset');
    document.body.append(element);
    const place = [120.468, 36.107] as const;
    const loaded = once(element, 'yzt-load');
    element.data = [new File([shp(...toGaussKruger(...place, 120, 40_500_000))], '区.shp'), new File([dbf()], '区.dbf'), new File([PRJ], '区.prj')];
    await loaded;
    const { geometry } = element.dataset;
    if (geometry.kind !== 'point') throw new Error(geometry.kind);
    expect(element.dataset.value(0, 'name')).to.equal('崂山区');
    place.forEach((degrees, index) => expect(geometry.coordinates[index]).to.be.closeTo(degrees, 1e-9));
    expect(element.dataset.report.source).to.deep.equal({ format: 'shapefile', encoding: 'gb18030', crs: 'EPSG:4528', layer: '区' });
    element.remove();
  });

  it('a system that nobody knows is one error', async () => {
    const element = document.createElement('yzt-dataset');
    element.crs = 'EPSG:25832';
    document.body.append(element);
    const failed = once(element, 'yzt-error');
    element.data = new File([shp(1, 2)], 'a.shp');
    const event = await failed;
    event.preventDefault();
    expect(element.error?.code).to.equal('unknown-crs');
    element.remove();
  });
});

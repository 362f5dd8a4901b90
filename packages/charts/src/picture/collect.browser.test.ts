import { expect, fixture, html } from '@open-wc/testing';
import { paintPicture, pictureOf } from './index.js';

/** The colour at a place of what is painted of an element, one pixel for a px. */
async function painted(content: unknown): Promise<(x: number, y: number) => number[]> {
  const box = await fixture<HTMLElement>(html`<div style="width:100px;height:40px">${content}</div>`);
  const picture = pictureOf(box, '#ffffff', 0);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  paintPicture(context, picture, 1);
  return (x, y) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
}

const WHITE = [255, 255, 255];

describe('what is drawn on the page, as shapes', () => {
  it('has backgrounds of every colour, also those without blue, and none where a colour cannot be seen', async () => {
    const at = await painted(html`<i style="display:block;width:20px;height:10px;background:#e8b400"></i><i style="display:block;width:20px;height:10px;background:rgba(1,2,3,0)"></i>`);
    expect([at(10, 5), at(10, 15), at(30, 5)]).to.deep.equal([[232, 180, 0], WHITE, WHITE]);
  });

  it('has borders that go all around, and no others', async () => {
    const at = await painted(
      html`<i style="display:block;box-sizing:border-box;width:20px;height:10px;border:2px solid #ff0000"></i><i style="display:block;width:20px;height:10px;border-bottom:2px solid #ff0000"></i>`,
    );
    expect([at(10, 0), at(0, 5), at(10, 5), at(10, 21)]).to.deep.equal([[255, 0, 0], [255, 0, 0], WHITE, WHITE]);
  });

  it('has scales of colours and hatches', async () => {
    const at = await painted(html`<i style="display:block;width:100px;height:10px;background:linear-gradient(to right,#ff0000,#0000ff)"></i><i style="display:block;width:100px;height:20px;background-image:repeating-linear-gradient(45deg,#008000 0 2px,transparent 2px 5px)"></i>`);
    const ends = [at(2, 5)[0], at(97, 5)[2]];
    expect(ends.map((value) => Number(value) > 230)).to.deep.equal([true, true]);
    const row = Array.from({ length: 60 }, (_, x) => at(x + 20, 20));
    expect([row.some(([r = 255]) => r < 100), row.some(([r = 0]) => r > 200)]).to.deep.equal([true, true]);
  });

  it('goes through shadow roots, and has the words of images that may not be read', async () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('div'), { style: 'width:20px;height:10px;background:#00ff00' }));
    const image = Object.assign(new Image(60, 20), { alt: '图例：道路', src: `http://127.0.0.1:${location.port}/fault/tile/collect/0/0/0.png` });
    await image.decode().catch(() => undefined);
    const box = await fixture<HTMLElement>(html`<div>${host}${image}</div>`);
    const { shapes } = pictureOf(box, '#ffffff', 0);
    expect(shapes.map((shape) => (shape.kind === 'path' ? shape.fill : shape.kind === 'text' ? shape.text : 'canvas'))).to.deep.equal(['rgb(0, 255, 0)', '图例：道路']);
  });
});

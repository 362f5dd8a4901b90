/**
 * Pictures on a canvas, shape by shape. An SVG drawn as an image would need `blob:` or `data:` in the page's `img-src`, which a strict
 * Content-Security-Policy does not have.
 */
import type { PathShape, Picture, TextShape } from './types.js';

function paintPath(context: CanvasRenderingContext2D, shape: PathShape): void {
  const outline = new Path2D(shape.d);
  if (shape.fill !== undefined && shape.fillOpacity > 0) {
    context.globalAlpha = shape.fillOpacity;
    context.fillStyle = shape.fill;
    context.fill(outline);
  }
  if (shape.stroke === undefined) return;
  context.globalAlpha = shape.strokeOpacity;
  context.strokeStyle = shape.stroke;
  context.lineWidth = shape.strokeWidth;
  context.lineCap = shape.cap;
  context.lineJoin = shape.join;
  context.setLineDash([...shape.dashes]);
  context.stroke(outline);
  context.setLineDash([]);
}

function paintText(context: CanvasRenderingContext2D, shape: TextShape): void {
  context.globalAlpha = shape.opacity;
  context.font = `${shape.weight} ${shape.size}px ${shape.family}`;
  context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
  context.textBaseline = 'alphabetic';
  if (shape.halo) {
    context.strokeStyle = shape.halo.color;
    context.lineWidth = shape.halo.width;
    context.lineJoin = 'round';
    context.strokeText(shape.text, shape.x, shape.y);
  }
  context.fillStyle = shape.color;
  context.fillText(shape.text, shape.x, shape.y);
}

/** Draws a picture. @param scale Pixels of the canvas for one px of the picture. */
export function paintPicture(context: CanvasRenderingContext2D, picture: Picture, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = picture.background;
  context.fillRect(0, 0, picture.width, picture.height);
  for (const shape of picture.shapes) {
    context.save();
    if (shape.kind === 'canvas') context.drawImage(shape.canvas, shape.x, shape.y, shape.width, shape.height);
    else {
      context.transform(...shape.matrix);
      if (shape.kind === 'path') paintPath(context, shape);
      else paintText(context, shape);
    }
    context.restore();
  }
}

/** A picture as a PNG file. */
export function pngFile(picture: Picture, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  paintPicture(context, picture, scale);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

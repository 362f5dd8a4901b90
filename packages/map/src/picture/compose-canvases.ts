/** The canvases of an OpenLayers map as one. */
import type OlMap from 'ol/Map.js';

/** Every canvas that a frame has drawn, the lowest first. */
function canvases(olMap: OlMap): HTMLCanvasElement[] {
  const all = olMap.getTargetElement()?.querySelectorAll<HTMLCanvasElement>('.ol-layer canvas, canvas.ol-layer');
  return [...(all ?? [])].filter(({ width, height }) => width > 0 && height > 0);
}

/** Whether scripts may read what the canvases show. */
export function isReadable(olMap: OlMap): boolean {
  return canvases(olMap).every((canvas) => {
    const context = canvas.getContext('2d');
    // A canvas of WebGL is never drawn with images that cannot be read.
    if (!context) return true;
    try {
      context.getImageData(0, 0, 1, 1);
      return true;
    } catch {
      return false;
    }
  });
}

/** `matrix(0.5, 0, 0, 0.5, 0, 0)` → its six numbers; without one, what fills the picture. */
function matrixOf(canvas: HTMLCanvasElement, width: number, height: number): DOMMatrix2DInit {
  const numbers = /^matrix\(([^)]*)\)$/.exec(canvas.style.transform)?.[1]?.split(',').map(Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers ?? [width / canvas.width, 0, 0, height / canvas.height];
  return { a, b, c, d, e, f };
}

/** A canvas with all layers as the map shows them, on its ground. Sizes in CSS px. */
export function composed(olMap: OlMap, { width, height, pixelRatio }: { readonly width: number; readonly height: number; readonly pixelRatio: number }): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = Math.max(1, Math.round(width * pixelRatio));
  picture.height = Math.max(1, Math.round(height * pixelRatio));
  const context = picture.getContext('2d');
  if (!context) return picture;
  const host = olMap.getTargetElement()?.getRootNode();
  if (host instanceof ShadowRoot) {
    context.fillStyle = getComputedStyle(host.host).backgroundColor;
    context.fillRect(0, 0, picture.width, picture.height);
  }
  for (const canvas of canvases(olMap)) {
    const opacity = canvas.style.opacity || canvas.parentElement?.style.opacity;
    context.globalAlpha = opacity ? Number(opacity) : 1;
    const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = matrixOf(canvas, width, height);
    const r = pixelRatio;
    context.setTransform(a * r, b * r, c * r, d * r, e * r, f * r);
    const ground = canvas.parentElement?.style.backgroundColor;
    if (ground) {
      context.fillStyle = ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.drawImage(canvas, 0, 0);
  }
  return picture;
}

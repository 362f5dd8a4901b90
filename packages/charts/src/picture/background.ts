/** What a box shows besides a colour, as a canvas: gradients of scales, hatches of swatches, images of services. */

/** Pixels for one CSS px: enough for paper. */
const DENSITY = 3;

function canvasFor(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D | null] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * DENSITY));
  canvas.height = Math.max(1, Math.round(height * DENSITY));
  const context = canvas.getContext('2d');
  context?.scale(DENSITY, DENSITY);
  return [canvas, context];
}

/** Colours of a computed gradient, in order: `rgb(…)` and `rgba(…)` are all that browsers compute. */
export function colorsIn(backgroundImage: string): string[] {
  return backgroundImage.match(/rgba?\([^)]*\)/g) ?? [];
}

/** Stripes of 2 px each 5 px, from lower left to upper right, as the swatch of 无数据 has them. */
function hatch(context: CanvasRenderingContext2D, color: string, width: number, height: number): void {
  context.strokeStyle = color;
  context.lineWidth = 2;
  // The stripes lie 5 px apart across their own direction.
  for (let x = -height; x < width + height; x += 5 * Math.SQRT2) {
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x + height, height);
    context.stroke();
  }
}

/** The gradient of a box: one that runs to the right in even steps, or the hatch. Undefined where there is none. */
export function gradientOf(element: Element, { backgroundImage }: CSSStyleDeclaration): HTMLCanvasElement | undefined {
  if (!/^(?:repeating-)?linear-gradient\(/.test(backgroundImage)) return undefined;
  const { width, height } = element.getBoundingClientRect();
  const [canvas, context] = canvasFor(width, height);
  const colors = colorsIn(backgroundImage);
  const [first] = colors;
  if (!context || first === undefined) return undefined;
  if (backgroundImage.startsWith('repeating-')) hatch(context, first, width, height);
  else {
    const gradient = context.createLinearGradient(0, 0, width, 0);
    colors.forEach((color, index) => gradient.addColorStop(colors.length > 1 ? index / (colors.length - 1) : 0, color));
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  }
  return canvas;
}

/** An image that has loaded and that scripts may read; undefined for any other, which would make the whole picture unreadable. */
export function imageOf(image: HTMLImageElement): HTMLCanvasElement | undefined {
  if (!image.complete || image.naturalWidth === 0) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d');
  try {
    context?.drawImage(image, 0, 0);
    context?.getImageData(0, 0, 1, 1);
    return canvas;
  } catch {
    return undefined;
  }
}

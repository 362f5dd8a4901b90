import { estimatedWidth, type MeasureText } from '../marks/text-fit.js';

let context: CanvasRenderingContext2D | null | undefined;

/** Measures text in the font an element has now. Falls back to an estimate where there is no canvas. */
export function textMeasure(element: Element): MeasureText {
  const { fontSize, fontFamily, fontWeight } = getComputedStyle(element);
  context ??= document.createElement('canvas').getContext('2d');
  const drawing = context;
  if (!drawing) return (text) => estimatedWidth(text, Number.parseFloat(fontSize));
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return (text) => {
    if (drawing.font !== font) drawing.font = font;
    return drawing.measureText(text).width;
  };
}

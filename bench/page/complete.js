/** Canvases of the page, those in shadow roots included. */
function canvasesIn(root, found = []) {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLCanvasElement) found.push(element);
    if (element.shadowRoot) canvasesIn(element.shadowRoot, found);
  }
  return found;
}

/** Reads one pixel back, so that everything queued for the canvas is drawn now. */
function readBack(canvas) {
  if (canvas.width === 0 || canvas.height === 0) return;
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  else canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
}

/** Resolves at the frame after everything drawn so far has been drawn indeed. */
export async function complete() {
  for (const canvas of canvasesIn(document)) readBack(canvas);
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

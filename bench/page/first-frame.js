/**
 * Run in a page before any script of it: `window.firstFrame` becomes the time since navigation when the first frame with something in
 * the middle of the map is there. The first drawing of a frame is noted; at the next frame a pixel is read back, which makes queued
 * drawing happen. The same for every library, and nothing is polled while it works.
 */
export function noteFirstFrame() {
  const DRAWS = [
    [CanvasRenderingContext2D, 'fill'],
    [CanvasRenderingContext2D, 'drawImage'],
    [CanvasRenderingContext2D, 'putImageData'],
    [WebGL2RenderingContext, 'drawElements'],
    [WebGL2RenderingContext, 'drawArrays'],
  ];
  const originals = DRAWS.map(([type, name]) => type.prototype[name]);
  const disarm = () => DRAWS.forEach(([type, name], i) => (type.prototype[name] = originals[i]));
  const middleOf = (context) => {
    const [x, y] = [context.canvas.width >> 1, context.canvas.height >> 1];
    if (context instanceof CanvasRenderingContext2D) return context.getImageData(x, y, 1, 1).data[3];
    const pixel = new Uint8Array(4);
    context.readPixels(x, y, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
    return pixel[3];
  };
  window.firstFrame = new Promise((resolve) => {
    const look = (context) => {
      // A WebGL canvas is cleared once it is shown, so it is read when the script that draws has ended, others at the next frame.
      if (context instanceof WebGL2RenderingContext) queueMicrotask(() => end(middleOf(context), requestAnimationFrame));
      else requestAnimationFrame(() => end(middleOf(context), (act) => act()));
    };
    const end = (alpha, then) => (alpha > 0 ? then(() => resolve(performance.now())) : arm());
    const arm = () =>
      DRAWS.forEach(([type, name], i) => {
        type.prototype[name] = function (...args) {
          if (this.canvas.width < 300) return originals[i].apply(this, args); // a symbol, not the map
          disarm();
          look(this);
          return originals[i].apply(this, args);
        };
      });
    arm();
  });
}

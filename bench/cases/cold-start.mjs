// B: from navigation to the first frame of 1,000 polygons, on two networks.
import { buildSmall, smallUrl } from '../build.mjs';
import { randomSource } from '../../tools/data/random.mjs';
import { shuffled } from '../data.mjs';
import { serve } from '../server.mjs';
import { tableOf } from '../summary.mjs';

const NETWORKS = {
  回环: undefined,
  '10 Mbit/s + 40 ms': { offline: false, latency: 40, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 },
};

/**
 * In the page, before any script of it: the time since navigation when the first frame with polygons in the middle of the map is
 * there. The first drawing of a frame is noted; at the next frame a pixel is read back, which makes queued drawing happen. The same
 * for every library, and nothing is polled while it works.
 */
function noteFirstFrame() {
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

async function coldStart(run, base, name, network) {
  const tab = await run.browser.tab({ fresh: true, stillness: false });
  try {
    if (network) {
      await tab.send('Network.enable');
      await tab.send('Network.emulateNetworkConditions', network);
    }
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${noteFirstFrame.toString()})()` });
    await tab.send('Page.navigate', { url: base + smallUrl(name) });
    return { ms: await tab.evaluate(() => window.firstFrame, [], 30_000) };
  } catch (error) {
    run.note(`${name}: ${String(error).split('\n')[0]}`);
    return { failed: '失败' };
  } finally {
    await tab.close();
  }
}

export const coldStartCase = {
  id: 'B',
  title: '冷启动 · Cold start',
  rounds: 7,
  words: '从导航到 1,000 个多边形的第一帧，毫秒；窗口全新，没有缓存，脚本和数据以 brotli 传输。',
  async run(run) {
    const server = await serve({ compress: true });
    const names = run.libraries.filter(({ page }) => page).map(({ name }) => name);
    for (const name of names) await buildSmall(name);
    const next = randomSource(7);
    const tables = [];
    for (const [title, network] of Object.entries(NETWORKS)) {
      const samples = Object.fromEntries(names.map((name) => [name, []]));
      for (let round = -1; round < run.rounds; round++) {
        for (const name of shuffled(names, next)) {
          const sample = await coldStart(run, server.url, name, network);
          if (round >= 0) samples[name].push(sample); // the first round warms the server
          run.progress([title, name, sample.failed ?? sample.ms.toFixed(0)].join(' '));
        }
      }
      tables.push(tableOf(title, samples, [{ key: 'ms', label: '毫秒', read: (sample) => sample.ms, ratio: true }], run.rounds));
    }
    server.close();
    return tables;
  },
};

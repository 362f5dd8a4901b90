// B: from navigation to the first frame of 1,000 polygons, on two networks.
import { buildSmall, smallFolder, smallUrl } from '../build.mjs';
import { randomSource } from '../../tools/data/random.mjs';
import { shuffled } from '../data.mjs';
import { noteFirstFrame } from '../page/first-frame.js';
import { prepare, serve } from '../server.mjs';
import { tableOf } from '../summary.mjs';

const NETWORKS = {
  回环: undefined,
  '10 Mbit/s + 40 ms': { offline: false, latency: 40, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 },
};

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
    const names = run.libraries.map(({ name }) => name);
    for (const name of names) {
      await buildSmall(name);
      prepare(smallFolder(name));
    }
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

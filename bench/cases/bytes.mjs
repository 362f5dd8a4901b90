// A: the script of a page with a map, one GeoJSON layer and a tooltip.
import { buildSmall, bytesOf, smallFolder, smallUrl } from '../build.mjs';
import { noteFirstFrame } from '../page/first-frame.js';
import { prepare, serve } from '../server.mjs';
import { tableOf } from '../summary.mjs';

/** Brotli bytes of the script that a page has fetched, workers included, when its first picture is there. */
async function bytesToPicture(run, base, name) {
  const tab = await run.browser.tab();
  try {
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${noteFirstFrame.toString()})()` });
    await tab.send('Page.navigate', { url: base + smallUrl(name) });
    return await tab.evaluate(async () => {
      await window.firstFrame;
      const scripts = performance.getEntriesByType('resource').filter((one) => new URL(one.name).pathname.endsWith('.js'));
      return scripts.reduce((sum, one) => sum + one.encodedBodySize, 0);
    });
  } catch (error) {
    run.note([name, String(error).split('\n')[0]].join(': '));
    return undefined;
  } finally {
    await tab.close();
  }
}

const kib = (key) => (sample) => sample[key] / 1024;
const MEASURES = [
  { key: 'start', label: '启动 KiB', read: kib('start'), digits: 1, ratio: true },
  { key: 'files', label: '文件', read: (sample) => sample.files },
  { key: 'picture', label: '到画面 KiB', read: kib('picture'), digits: 1, ratio: true },
  { key: 'later', label: '其余块 KiB', read: kib('later'), digits: 1 },
];

export const bytes = {
  id: 'A',
  title: '启动字节 · Bytes at start',
  rounds: 1,
  words:
    '“地图 + 一份 GeoJSON + 弹窗”页面的脚本，brotli KiB。启动 = 入口和静态引入；到画面 = 第一个画面出现时已经取得的全部脚本，按需引入的块和 Worker 在内；其余块 = 不属于启动的全部文件。',
  async run(run) {
    const server = await serve({ compress: true });
    const samples = {};
    for (const { name } of run.libraries) {
      await buildSmall(name);
      prepare(smallFolder(name));
      samples[name] = [{ ...bytesOf(name), picture: await bytesToPicture(run, server.url, name) }];
    }
    server.close();
    return [tableOf('脚本', samples, MEASURES, 1)];
  },
};

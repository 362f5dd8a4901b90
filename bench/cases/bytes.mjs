// A: the script of a page with a map, one GeoJSON layer and a tooltip.
import { buildSmall, bytesOf } from '../build.mjs';
import { tableOf } from '../summary.mjs';

export const bytes = {
  id: 'A',
  title: '启动字节 · Bytes at start',
  rounds: 1,
  words: '“地图 + 一份 GeoJSON + 弹窗”页面的脚本，brotli KiB。启动 = 入口和静态引入；稍后 = 按需的块和 Worker。',
  async run(run) {
    const samples = {};
    for (const { name, page } of run.libraries) {
      if (!page) continue;
      await buildSmall(name);
      samples[name] = [bytesOf(name)];
    }
    const kib = (key) => (sample) => sample[key] / 1024;
    return [
      tableOf('脚本', samples, [
        { key: 'start', label: '启动 KiB', read: kib('start'), digits: 1, ratio: true },
        { key: 'files', label: '文件', read: (sample) => sample.files },
        { key: 'later', label: '稍后 KiB', read: kib('later'), digits: 1 },
      ], 1),
    ];
  },
};

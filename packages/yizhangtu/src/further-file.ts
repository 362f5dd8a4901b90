import { YztError } from '@yizhangtu/base/errors';
import { theDoor } from './door.js';

let url: string | URL | undefined;
let loading: Promise<unknown> | undefined;

/**
 * Says where `yizhangtu.more.js` is. Needed only where the library was put into a script of another name; else it is looked for beside `yizhangtu.js`.
 * Nothing is loaded by this.
 */
export function setFurtherFileUrl(address: string | URL): void {
  url = address;
}

async function load(run: (address: string) => Promise<unknown>, exports: Promise<unknown>): Promise<unknown> {
  if (url === undefined) {
    throw new YztError('not-found', {
      zh: '不知道 yizhangtu.more.js 在哪里：请先调用 setFurtherFileUrl("/…/yizhangtu.more.js")。',
      en: 'Where yizhangtu.more.js is, is not known: call setFurtherFileUrl("/…/yizhangtu.more.js") first.',
    });
  }
  try {
    await run(String(url));
  } catch (cause) {
    const zh = `没有读到 ${url}：请检查网络，把 yizhangtu.more.js 与 yizhangtu.js 放在同一目录，或用 setFurtherFileUrl() 说明它在哪里。`;
    const en = `${url} could not be read: check the network, put yizhangtu.more.js beside yizhangtu.js, or say where it is by setFurtherFileUrl().`;
    throw new YztError('network', { zh, en }, { cause });
  }
  return exports;
}

const door = theDoor();
if (door) {
  const exports = new Promise((resolve) => (door.arrived = resolve));
  door.load = () => {
    loading ??= load(door.run, exports).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

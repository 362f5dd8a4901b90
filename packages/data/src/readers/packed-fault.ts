import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';

const MAKE_AGAIN: Text = {
  zh: '请用 yzt-pack 重新生成，并检查传输是否截断或改写了文件',
  en: 'Write it again with yzt-pack, and check that the transfer neither cuts nor changes it',
};

/** The error for packed columns that are not what their header says. @param what «the column x ends at 9, the file at 7». */
export function packedFault(name: string, what: Text, remedy: Text = MAKE_AGAIN): YztError {
  return new YztError('bad-packed', {
    zh: `<yzt-dataset>：${name} 不是完好的打包列文件：${what.zh}。${remedy.zh}。`,
    en: `<yzt-dataset>: ${name} is no sound file of packed columns: ${what.en}. ${remedy.en}.`,
  });
}

import { asYztError, type YztError } from '@yizhangtu/base/errors';

/** The error of a layer whose code could not be loaded. @param reason Why; one of ours stays as it is. */
export function codeMissing({ localName: tag }: { readonly localName: string }, reason: unknown): YztError {
  return asYztError(reason, 'network', {
    zh: `<${tag}>：图层的代码加载失败。请检查网络，以及脚本旁的文件是否齐全。`,
    en: `<${tag}>: the code of the layer did not load. Check the network, and that all files beside the script are there.`,
  });
}

import type { YztError } from '@yizhangtu/base/errors';

/** Who says an error aloud. */
const speakers = new WeakMap<YztError, object>();

/**
 * Whether a view is the one that says an error aloud (`role="alert"`): the first that shows it. A server that is down is the same error in
 * every view of its data, and is heard once.
 */
export function speaks(error: YztError, view: object): boolean {
  const speaker = speakers.get(error);
  if (!speaker) speakers.set(error, view);
  return speaker === undefined || speaker === view;
}

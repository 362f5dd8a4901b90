/** Reading of bytes: the one job of the worker, and of the page where there is no worker. */
import { YztError } from '@yizhangtu/base/errors';
import { drive, type DriveOptions } from '../readers/drive.js';
import { readingOf } from '../readers/read-table.js';
import type { RawTable } from '../readers/types.js';
import type { IngestControl, ReadRequest } from './types.js';

/** The table in some bytes. @throws YztError for everything that can go wrong with it; DOMException `AbortError` when stopped. */
export async function readHere({ bytes, options }: ReadRequest, control: IngestControl & DriveOptions = {}): Promise<RawTable> {
  if (!bytes) throw new YztError('bad-argument', { zh: '没有地址，也没有数据。', en: 'There is neither an address nor data.' });
  return drive(readingOf({ bytes }, options), control);
}

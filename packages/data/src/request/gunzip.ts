/** Opens what is compressed and does not say so. */
import { joined } from '../steps/joined.js';

/** Bytes of an opened answer, at most: a small file can hold gigabytes of nothing. */
const MOST = 256 * 1024 * 1024;

/** Whether the browser can: from Chromium 80 on, but not every kernel that says so. */
export function canGunzip(): boolean {
  return typeof DecompressionStream === 'function';
}

/** The opened bytes; undefined for what is damaged or too large. */
export async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    const pieces: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      size += value.byteLength;
      if (size > MOST) {
        await reader.cancel();
        return undefined;
      }
    }
    return new Uint8Array(joined(pieces));
  } catch {
    return undefined;
  }
}

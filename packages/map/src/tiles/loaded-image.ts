/** An image by `<img>`: the one way that works where a server lets nobody read its answers. */

/** Why an image did not come; a browser says no more than this. */
export class NoImage extends Error {
  readonly late: boolean;

  constructor(late: boolean) {
    super(late ? 'late' : 'broken');
    this.late = late;
  }
}

export interface ImageRequest {
  readonly crossOrigin: string;
  readonly signal: AbortSignal;
  /** Seconds. */
  readonly timeLimit: number;
}

/** The image, decoded, so that drawing it does not wait. @throws NoImage; DOMException `AbortError` when stopped. */
export function loadedImage(src: string, { crossOrigin, signal, timeLimit }: ImageRequest): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(aborted());
    const image = new Image();
    if (crossOrigin !== '') image.crossOrigin = crossOrigin;
    const settle = (tell: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      image.onload = image.onerror = null;
      tell();
    };
    const give = (reason: Error): void => settle(() => {
      // Ends the request. Chromium keeps an image whose `src` was removed for as long as the document lives; one whose `src` is empty it lets go.
      image.src = '';
      reject(reason);
    });
    const stop = (): void => give(aborted());
    const timer = setTimeout(() => give(new NoImage(true)), 1000 * timeLimit);
    signal.addEventListener('abort', stop);
    image.onerror = () => give(new NoImage(false));
    const given = (): HTMLImageElement => image;
    // An image that has come but cannot be decoded ahead of time, as some SVG, is drawn all the same.
    image.onload = () => settle(() => resolve(image.decode().then(given, given)));
    image.src = src;
  });
}

function aborted(): DOMException {
  return new DOMException('Aborted', 'AbortError');
}

/** The bytes of an answer within a time limit. The part of the request layer that is needed to read a first file. */
import { abortError } from '../steps/drive.js';

/** A request that is on its way, and how to end it. */
export interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly stop: AbortController;
}

export interface ReceiveOptions {
  readonly signal: AbortSignal | undefined;
  /** Seconds. */
  readonly timeLimit: number;
  /** The answer begins. What it throws ends the request. */
  readonly onStart?: (response: Response) => void;
  /** Bytes have come; they are the listener's. */
  readonly onPiece: (piece: Uint8Array<ArrayBuffer>) => void;
}

/** Why there is no answer: it took too long, or the connection broke (or was never allowed; a browser does not say). */
export class Unanswered extends Error {
  readonly late: boolean;
  override readonly cause: unknown;

  constructor(late: boolean, cause: unknown) {
    super(late ? 'late' : 'broken');
    this.late = late;
    this.cause = cause;
  }
}

/** Seconds an answer has when nobody says. */
export const TIME_LIMIT = 30;

/** A slow line gets more time, but not one that only drips: bytes a second that count as coming. */
const LEAST_RATE = 10_240;

/**
 * Hands on the bytes of a request that is on its way, as they come in.
 * @throws Unanswered; DOMException `AbortError` when stopped; whatever `onStart` throws.
 */
export async function receive(early: EarlyRequest, options: ReceiveOptions): Promise<Response> {
  const { signal, timeLimit, onStart, onPiece } = options;
  const { stop } = early;
  const forward = (): void => stop.abort();
  if (signal?.aborted) forward();
  signal?.addEventListener('abort', forward);
  const clock = new Deadline(timeLimit, () => stop.abort());
  let ours: unknown;
  try {
    const response = await early.response;
    try {
      onStart?.(response);
    } catch (reason) {
      ours = reason;
      throw reason;
    }
    await eachPiece(response, (piece) => {
      clock.received(piece.byteLength);
      onPiece(piece);
    });
    return response;
  } catch (reason) {
    if (ours !== undefined) {
      // Nobody reads the rest.
      stop.abort();
      throw reason;
    }
    if (signal?.aborted) throw abortError();
    throw new Unanswered(clock.over || stop.signal.aborted, reason);
  } finally {
    clock.stop();
    signal?.removeEventListener('abort', forward);
  }
}

/** Ends a request that takes too long. */
class Deadline {
  over = false;
  readonly #began = Date.now();
  readonly #seconds: number;
  readonly #end: () => void;
  #bytes = 0;
  #timer: ReturnType<typeof setTimeout>;

  constructor(seconds: number, end: () => void) {
    this.#seconds = seconds;
    this.#end = end;
    this.#timer = setTimeout(() => this.#check(), 1000 * seconds);
  }

  received(bytes: number): void {
    this.#bytes += bytes;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #check(): void {
    const allowed = 1000 * (this.#seconds + this.#bytes / LEAST_RATE);
    const left = this.#began + allowed - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.#check(), left);
      return;
    }
    this.over = true;
    this.#end();
  }
}

/** The body as it comes in. */
async function eachPiece(response: Response, onPiece: (piece: Uint8Array<ArrayBuffer>) => void): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return onPiece(new Uint8Array(await response.arrayBuffer()));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onPiece(value as Uint8Array<ArrayBuffer>);
  }
}

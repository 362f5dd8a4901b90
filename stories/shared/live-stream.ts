/** A stream of server-sent events inside the page: 40 seeded ships (示例数据) that go round before the coast, a few each second. */

/** Address of the stream. */
export const LIVE = new URL('./example-live/ships', document.baseURI).href;

const SHIPS = Array.from({ length: 40 }, (_, n) => ({ mmsi: 900_000_000 + n, kind: ['渔船', '货船', '客船'][n % 3], center: [120.3 + (n % 8) * 0.02, 35.98 + Math.floor(n / 8) * 0.02] as const, turn: n }));

/** Where a ship is after some seconds. The last five have said nothing for ten minutes. */
function message(n: number, seconds: number, now: number): string {
  const ship = SHIPS[n];
  if (!ship) return '';
  const angle = ship.turn + seconds / 20;
  const [lon, lat] = [ship.center[0] + 0.008 * Math.cos(angle), ship.center[1] + 0.006 * Math.sin(angle)];
  return `data: ${JSON.stringify({ mmsi: ship.mmsi, name: `示例船 ${n + 1}`, kind: ship.kind, lon, lat, time: n >= 35 ? now - 600_000 : now })}\n\n`;
}

function stream(signal: AbortSignal | null | undefined): Response {
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let seconds = 0;
      const tell = (): void => {
        const now = Date.now();
        for (let n = 0; n < SHIPS.length; n++) if (seconds === 0 || n < 35) controller.enqueue(encoder.encode(message(n, seconds, now)));
        seconds++;
      };
      tell();
      timer = setInterval(tell, 1000);
      signal?.addEventListener('abort', () => {
        clearInterval(timer);
        controller.error(new DOMException('Aborted', 'AbortError'));
      });
    },
    cancel: () => clearInterval(timer),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

let started = false;

/** Lets the stream answer on this page. */
export function startLiveStream(): void {
  if (started) return;
  started = true;
  const own = window.fetch.bind(window);
  window.fetch = (input, init) => ((input instanceof Request ? input.url : new URL(String(input), document.baseURI).href) === LIVE ? Promise.resolve(stream(init?.signal)) : own(input, init));
}

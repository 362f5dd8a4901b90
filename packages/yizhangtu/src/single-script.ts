/** First part of `yizhangtu.js`, for a `<script>` tag: where it stands, before anything else runs. */
import { openDoor } from './door.js';

function run(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const ended = (end: () => void) => () => {
      script.remove();
      end();
    };
    script.onload = ended(resolve);
    script.onerror = ended(() => reject(new TypeError(`no script at ${address}`)));
    script.src = address;
    document.head.append(script);
  });
}

// Only while the script runs; a bundler that inlines it has no script of that name.
const script = document.currentScript;
openDoor({ base: script instanceof HTMLScriptElement && script.src !== '' ? script.src : undefined, run });

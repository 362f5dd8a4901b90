/** First part of `yizhangtu.mjs`, for `<script type="module">` without a bundler: where it stands, before anything else runs. */
import { openDoor } from './door.js';

openDoor({ base: import.meta.url, run: (address) => import(/* @vite-ignore */ address) });

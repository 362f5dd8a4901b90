/** Entry of `yizhangtu.js`, for a `<script>` tag: everything under the global `yizhangtu`. */
import './polyfills.js';
import './worker-beside-script.js';

export * from './index.js';

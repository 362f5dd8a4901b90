/** Entry of `yizhangtu.mjs`, one file for `<script type="module">` without a bundler. */
import './polyfills.js';
import './worker-beside-module.js';

export * from './index.js';

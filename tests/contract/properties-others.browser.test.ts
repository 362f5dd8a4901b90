import { testProperties } from './properties.js';

await testProperties(['map', 'charts'], true);

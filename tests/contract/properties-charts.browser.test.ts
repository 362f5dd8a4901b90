import { testProperties } from './properties.js';

await testProperties((name) => name === 'charts');

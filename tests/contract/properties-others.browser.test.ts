import { testProperties } from './properties.js';

await testProperties((name) => name !== 'map' && name !== 'charts');

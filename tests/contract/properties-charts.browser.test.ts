import { testProperties } from './properties.js';

await testProperties(['charts']);

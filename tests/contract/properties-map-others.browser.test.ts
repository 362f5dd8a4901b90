import { testProperties } from './properties.js';

await testProperties((name, tag) => name === 'map' && tag >= 'yzt-i');

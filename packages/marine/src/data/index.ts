import { registerSchema } from '@yizhangtu/data/model';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { MARINE_SCHEMAS, MARINE_SCHEMES } from './shapes.js';

for (const scheme of MARINE_SCHEMES) registerScheme(scheme);
for (const schema of MARINE_SCHEMAS) registerSchema(schema);

export { MARINE_SCHEMAS, MARINE_SCHEMES } from './shapes.js';
export { classTyphoons, TYPHOON_CLASS_COLUMN } from './typhoon-class-column.js';
export { QUADRANTS, radiusField, TYPHOON, type Quadrant } from './typhoon-schema.js';

import { registerSchema, schemaById } from '@yizhangtu/data/model';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { FITNESS_SCHEMAS, FITNESS_SCHEMES } from './shapes.js';

for (const scheme of FITNESS_SCHEMES) registerScheme(scheme);
// A page that has given its own words for a shape keeps them, whatever comes first.
for (const schema of FITNESS_SCHEMAS) if (!schemaById(schema.id)) registerSchema(schema);

export { DISTRICT } from './district-schema.js';
export { markOpen, OPEN_NOW } from './open-now.js';
export { POPULATION } from './population-schema.js';
export { FITNESS_SCHEMAS, FITNESS_SCHEMES } from './shapes.js';
export { HOURS_RULE, VENUE } from './venue-schema.js';

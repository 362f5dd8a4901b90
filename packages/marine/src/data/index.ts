import { registerSchema } from '@yizhangtu/data/model';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { MARINE_SCHEMAS, MARINE_SCHEMES } from './shapes.js';

for (const scheme of MARINE_SCHEMES) registerScheme(scheme);
for (const schema of MARINE_SCHEMAS) registerSchema(schema);

export { CLOSED_SEASON, FISHING_GEAR, GEAR_WORDS, type ClosedSeason, type ClosedSeasonRule, type FishingGear } from './closed-season-rules.js';
export { MARINE_SCHEMAS, MARINE_SCHEMES } from './shapes.js';
export { TIDE, WARN_LEVELS } from './tide-schema.js';
export { classTyphoons, TYPHOON_CLASS_COLUMN } from './typhoon-class-column.js';
export { QUADRANTS, radiusField, TYPHOON, type Quadrant } from './typhoon-schema.js';
export { VESSEL } from './vessel-schema.js';
export { groupVessels, VESSEL_GROUP_COLUMN } from './vessel-group-column.js';

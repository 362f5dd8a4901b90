import { registerSchema } from '@yizhangtu/data/model';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { LAND_CODE_LISTS, LAND_SCHEMAS } from './shapes.js';

for (const scheme of LAND_CODE_LISTS) registerScheme(scheme);
for (const schema of LAND_SCHEMAS) registerSchema(schema);

export { isLandScheme, LAND_SCHEMES, landFieldOf, withLandCodes, type LandField, type LandSchemeName } from './land-schemes.js';
export { LAND_PARCEL } from './parcel-schema.js';
export { LAND_CODE_LISTS, LAND_SCHEMAS } from './shapes.js';

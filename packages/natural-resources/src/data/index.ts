import { registerSchema } from '@yizhangtu/data/model';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { LAND_SCHEMES } from './land-schemes.js';
import { LAND_PARCEL } from './parcel-schema.js';

for (const scheme of Object.values(LAND_SCHEMES)) registerScheme(scheme);
registerSchema(LAND_PARCEL);

export { isLandScheme, LAND_SCHEMES, landFieldOf, withLandCodes, type LandField, type LandSchemeName } from './land-schemes.js';
export { LAND_PARCEL } from './parcel-schema.js';

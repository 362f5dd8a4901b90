/** Everything of the pack that data may name: code lists and shapes. */
import type { DatasetSchema } from '@yizhangtu/data/model';
import type { CodeScheme } from '@yizhangtu/standards/scheme';
import { COMPLIANCE_VERDICT } from '../symbology/verdict.js';
import { LAND_SCHEMES } from './land-schemes.js';
import { LAND_PARCEL } from './parcel-schema.js';

/** Code lists that the shapes name. */
export const LAND_CODE_LISTS: readonly CodeScheme[] = [...Object.values(LAND_SCHEMES), COMPLIANCE_VERDICT];

/** Shapes of the data that the elements of the pack read. */
export const LAND_SCHEMAS: readonly DatasetSchema[] = [LAND_PARCEL];

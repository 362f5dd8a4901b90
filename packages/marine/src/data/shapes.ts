/** Everything of the pack that data may name: shapes, and the code lists of their fields. */
import type { DatasetSchema } from '@yizhangtu/data/model';
import { AIS_SHIP_GROUP } from '@yizhangtu/standards/ais';
import type { CodeScheme } from '@yizhangtu/standards/scheme';
import { TYPHOON_CLASS } from '@yizhangtu/standards/typhoon';
import { NAV_STATUS } from '../symbology/nav-status.js';
import { VESSEL_LOOK } from '../symbology/vessel-look.js';
import { WIND_CIRCLE } from '../symbology/wind-circle.js';
import { TIDE } from './tide-schema.js';
import { TYPHOON } from './typhoon-schema.js';
import { VESSEL } from './vessel-schema.js';

/** Code lists that the shapes name. */
export const MARINE_SCHEMES: readonly CodeScheme[] = [TYPHOON_CLASS, WIND_CIRCLE, AIS_SHIP_GROUP, NAV_STATUS, VESSEL_LOOK];

/** Shapes of the data that the elements of the pack read. */
export const MARINE_SCHEMAS: readonly DatasetSchema[] = [TYPHOON, TIDE, VESSEL];

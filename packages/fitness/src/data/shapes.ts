/** Everything of the pack that data may name: shapes, and the code lists of their fields. */
import type { DatasetSchema } from '@yizhangtu/data/model';
import type { CodeScheme } from '@yizhangtu/standards/scheme';
import { SPORTS_VENUE_TYPE } from '@yizhangtu/standards/sports-venue';
import { DISTRICT } from './district-schema.js';
import { POPULATION } from './population-schema.js';
import { VENUE } from './venue-schema.js';

/** Code lists that the shapes name. */
export const FITNESS_SCHEMES: readonly CodeScheme[] = [SPORTS_VENUE_TYPE];

/** Shapes of the data that the elements of the pack read. */
export const FITNESS_SCHEMAS: readonly DatasetSchema[] = [VENUE, DISTRICT, POPULATION];

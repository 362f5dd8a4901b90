import { registerSchema } from '@yizhangtu/data/model';
import { CREDIT_RISK } from '@yizhangtu/standards/credit-risk';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { DEVICE_KINDS } from './device-kinds.js';
import { EVENT_KINDS } from './event-kinds.js';
import { DEVICE, EVENT, INSPECTOR, MARKET_SCHEMAS, POOL } from './shapes.js';

registerScheme(CREDIT_RISK);
for (const schema of MARKET_SCHEMAS) registerSchema(schema);

export { DEVICE, DEVICE_KINDS, EVENT, EVENT_KINDS, INSPECTOR, MARKET_SCHEMAS, POOL };

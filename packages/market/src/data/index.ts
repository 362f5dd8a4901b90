import { registerSchema } from '@yizhangtu/data/model';
import { CREDIT_RISK } from '@yizhangtu/standards/credit-risk';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { EVENT_KINDS } from './event-kinds.js';
import { EVENT, INSPECTOR, MARKET_SCHEMAS, POOL } from './shapes.js';

registerScheme(CREDIT_RISK);
for (const schema of MARKET_SCHEMAS) registerSchema(schema);

export { EVENT, EVENT_KINDS, INSPECTOR, MARKET_SCHEMAS, POOL };

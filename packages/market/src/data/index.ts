import { registerSchema } from '@yizhangtu/data/model';
import { CREDIT_RISK } from '@yizhangtu/standards/credit-risk';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { INSPECTOR, MARKET_SCHEMAS, POOL } from './shapes.js';

registerScheme(CREDIT_RISK);
for (const schema of MARKET_SCHEMAS) registerSchema(schema);

export { INSPECTOR, MARKET_SCHEMAS, POOL };

/** Registers every scheme of this package. For pages that take whatever code list their data names; lean pages register single schemes. */
import { AIS_SHIP_GROUP } from './ais.js';
import { AQI } from './aqi.js';
import { BEAUFORT } from './beaufort.js';
import { CREDIT_RISK } from './credit-risk.js';
import { DIVISION_QINGDAO } from './division-qingdao.js';
import { HOT_SPOT } from './hot-spot.js';
import { INDUSTRY_2017 } from './industry.js';
import { LAND_SURVEY_2019 } from './land-survey-2019.js';
import { LAND_USE_2023 } from './land-use-2023.js';
import { S52_COLOR } from './s52.js';
import { registerScheme, type CodeScheme } from './scheme.js';
import { SPORTS_VENUE_TYPE } from './sports-venue.js';
import { SURFACE_WATER } from './surface-water.js';
import { TYPHOON_CLASS } from './typhoon.js';
import { WARNING_LEVEL, WARNING_STATUS } from './warning.js';

/** Every scheme of this package except the village level, which is large. */
export const ALL_SCHEMES: readonly CodeScheme[] = [
  AIS_SHIP_GROUP,
  AQI,
  BEAUFORT,
  CREDIT_RISK,
  DIVISION_QINGDAO,
  HOT_SPOT,
  INDUSTRY_2017,
  LAND_SURVEY_2019,
  LAND_USE_2023,
  S52_COLOR,
  SPORTS_VENUE_TYPE,
  SURFACE_WATER,
  TYPHOON_CLASS,
  WARNING_LEVEL,
  WARNING_STATUS,
];

for (const scheme of ALL_SCHEMES) registerScheme(scheme);

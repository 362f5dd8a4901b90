import { describeRangedLayer } from '../source-layer/ranged-layer.fixture.js';
import './index.js';

describeRangedLayer('flatgeobuf');

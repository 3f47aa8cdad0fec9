import { describeIndexes } from '../support/engine-contract-indexes.ts';
import { aTracedMongoStore } from '../support/store-mongo-trace.ts';

describeIndexes('MongoDB', aTracedMongoStore);

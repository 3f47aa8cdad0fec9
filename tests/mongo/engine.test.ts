import { describeEngine } from '../support/engine-contract.ts';
import { aMongoStore } from '../support/store-mongo.ts';

describeEngine('MongoDB', aMongoStore);

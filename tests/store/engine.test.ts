import { describeEngine } from '../support/engine-contract.ts';
import { aSqliteStore } from '../support/store-sqlite.ts';

describeEngine('SQLite', aSqliteStore);

import type { CommandStartedEvent, Db, Document } from 'mongodb';
import { mongoCollection } from '../../store/engine/mongo-collection.ts';
import { connect, databaseIn } from '../../store/engine/mongo-connection.ts';
import type { TracedStore, Work } from './engine-contract-indexes.ts';
import { aMongoDatabase } from './store-mongo.ts';

/** The engine on a connection of its own, with every command that it sends noted and explained by the server. */
export async function aTracedMongoStore(): Promise<TracedStore> {
  const { address, remove } = await aMongoDatabase();
  const client = await connect(`${address}?monitorCommands=true`);
  const db = client.db(databaseIn(address));
  let sent: CommandStartedEvent[] = [];
  client.on('commandStarted', (event) => sent.push(event));
  return {
    async open(definition) {
      const collection = await mongoCollection(
        db.collection(definition.name),
        definition,
        () => {},
        (write) => write,
      );
      const work = async (ask: () => Promise<unknown>): Promise<Work> => {
        sent = [];
        await ask();
        const worked = await Promise.all(sent.map((event) => workOf(db, event)));
        return {
          problems: worked.flatMap(({ problems }) => problems),
          effort: worked.reduce((sum, { effort }) => sum + effort, 0),
        };
      };
      return { collection, work };
    },
    async remove() {
      await client.close();
      await remove();
    },
  };
}

async function workOf(db: Db, { commandName, command }: CommandStartedEvent): Promise<Work> {
  if (commandName !== 'find') return { problems: [`${commandName} is not a find`], effort: 0 };
  const { find, filter, sort, limit, projection } = command;
  const asked = { find, filter, ...(sort && { sort }), ...(limit && { limit }), ...(projection && { projection }) };
  const { queryPlanner, executionStats } = await db.command({ explain: asked, verbosity: 'executionStats' });
  const { nReturned, totalDocsExamined, totalKeysExamined } = executionStats;
  const stages = stagesOf(queryPlanner.winningPlan);
  const scan = stages.find(({ keyPattern }) => keyPattern !== undefined);
  const problems: string[] = [];
  if (!stages.some(({ stage }) => /IXSCAN|IDHACK/.test(stage))) problems.push('no index serves it');
  if (stages.some(({ stage }) => stage === 'COLLSCAN')) problems.push('the collection is scanned');
  if (totalDocsExamined > nReturned) problems.push(`${totalDocsExamined} documents examined for ${nReturned}`);
  if (!isInOrder(scan?.keyPattern ?? {}, filter, sort ?? {})) problems.push('the index is in another order');
  return {
    problems: problems.map((problem) => `${problem}: ${JSON.stringify(asked)}`),
    effort: totalDocsExamined + totalKeysExamined,
  };
}

function stagesOf(plan: Document): Document[] {
  const inputs: readonly Document[] = [plan.inputStage ?? [], plan.inputStages ?? []].flat();
  return [plan, ...inputs.flatMap(stagesOf)];
}

/**
 * True when the index has the fields that are asked for by value first and then those of the sort: MongoDB's rule for
 * answering without sorting. Told from the index, because the server of these tests sorts even what is in order.
 */
function isInOrder(keyPattern: Document, filter: Document, sort: Document): boolean {
  const fields = Object.keys(keyPattern);
  const sorted = Object.keys(sort);
  const isByValue = (field: string) =>
    field in filter && (typeof filter[field] !== 'object' || filter[field] instanceof Date);
  const rest = fields.filter((field) => sorted.includes(field) || !isByValue(field));
  const byValue = fields.slice(0, fields.length - rest.length);
  return sorted.length === 0 || (byValue.every(isByValue) && `${rest}` === `${sorted}`);
}

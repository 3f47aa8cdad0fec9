import { expect, test } from 'vitest';
import { StoreUnusableError } from '../../store/engine/engine.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { mongoCollection } from '../../store/engine/mongo-collection.ts';
import { connect, databaseIn } from '../../store/engine/mongo-connection.ts';
import { freePort } from '../support/process.ts';
import { aMongoDatabase } from '../support/store-mongo.ts';
import { aThing, thingDefinition } from '../support/store-things.ts';

const open = (address: string) => mongoEngine(address, { onUnreadable: () => {} });

test('a server that does not answer is named, without the password of its address', async () => {
  const server = `127.0.0.1:${await freePort()}`;
  const error = await open(`mongodb://bot:hemmelig@${server}/utvalg`).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StoreUnusableError);
  expect(String(error)).toContain(server);
  expect(String(error)).not.toContain('hemmelig');
}, 20_000);

test('an address that is none is refused without being repeated', async () => {
  const error = await open('mongo//bot:hemmelig@server').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StoreUnusableError);
  expect(String(error)).toContain('MONGODB_URI');
  expect(String(error)).not.toContain('hemmelig');
});

test.each([
  ['mongodb://one:27017,two:27017/utvalg?replicaSet=rs', 'utvalg'],
  ['mongodb+srv://bot:pass@cluster.example/utvalg%20to', 'utvalg to'],
  ['mongodb://one:27017/?w=1', undefined],
  ['mongodb://one:27017', undefined],
])('the database of %s is %s', (address, name) => {
  expect(databaseIn(address)).toBe(name);
});

test('a majority of the servers has what is acknowledged and what is read, whatever the address says', async () => {
  const { address, remove } = await aMongoDatabase();
  const client = await connect(`${address}?w=1&readConcernLevel=local&readPreference=secondary&monitorCommands=true`);
  try {
    const documents = client.db(databaseIn(address)).collection<{ _id: string; version: number }>('things');
    const things = await mongoCollection(
      documents,
      thingDefinition,
      () => {},
      (write) => write,
    );
    const sent = new Map<string, { readonly readConcern?: unknown; readonly writeConcern?: unknown }>();
    client.on('commandStarted', ({ commandName, command }) => sent.set(commandName, command));
    await things.insert(aThing('a'));
    await things.replace(aThing('a', { version: 1 }), 0);
    await things.get('a');
    expect(sent.get('insert')?.writeConcern).toMatchObject({ w: 'majority' });
    expect(sent.get('update')?.writeConcern).toMatchObject({ w: 'majority' });
    expect(sent.get('find')?.readConcern).toMatchObject({ level: 'majority' });
    expect(client.readPreference.mode).toBe('primary');
  } finally {
    await client.close();
    await remove();
  }
});

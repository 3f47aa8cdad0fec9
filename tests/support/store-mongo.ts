import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { mongoEngine } from '../../store/engine/mongo.ts';
import type { TestStore } from './store-things.ts';

/** The server these tests need. Throws a sentence that says so when there is none: they are never left out silently. */
function serverUrl(): string {
  const url = process.env.TEST_MONGO_URL;
  if (url) return url.replace(/\/$/, '');
  throw new Error('Set TEST_MONGO_URL to the address of a MongoDB server, such as mongodb://127.0.0.1:27017');
}

/** A database of one test: its address, and a client to look into it. */
export async function aMongoDatabase() {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = await new MongoClient(serverUrl()).connect();
  const db = client.db(name);
  return {
    address: `${serverUrl()}/${name}`,
    db,
    async remove() {
      await db.dropDatabase();
      await client.close();
    },
  };
}

export async function aMongoStore(): Promise<TestStore> {
  const { address, db, remove } = await aMongoDatabase();
  const things = db.collection<{ _id: string }>('things');
  return {
    child: ['mongo', address],
    connect: (onUnreadable) => mongoEngine(address, { onUnreadable }),
    async tamper(id, fields) {
      await things.updateOne({ _id: id }, { $set: fields });
    },
    storedFields: async (id) => Object.keys((await things.findOne({ _id: id })) ?? {}),
    isWhole: async () => (await db.command({ validate: 'things', full: true })).valid === true,
    remove,
  };
}

import { MongoClient } from 'mongodb';
import { StoreUnusableError } from './engine.ts';

const PATIENCE_MS = 5000;

/**
 * A connection on which a write is acknowledged when a majority of the servers has it, and only such writes are read:
 * no election takes back what somebody was told is stored, whatever the address says. Throws `StoreUnusableError` when
 * nobody answers for 5 s.
 */
export async function connect(uri: string): Promise<MongoClient> {
  let client: MongoClient | undefined;
  try {
    client = new MongoClient(uri, {
      serverSelectionTimeoutMS: PATIENCE_MS,
      readPreference: 'primary',
      readConcernLevel: 'majority',
      writeConcern: { w: 'majority' },
    });
    await client.connect();
    await client.db().command({ ping: 1 });
    return client;
  } catch (cause) {
    await client?.close();
    // the address holds a password: only the hosts are named
    const hosts = client?.options.hosts.join(', ') ?? 'adressen i MONGODB_URI';
    throw new StoreUnusableError(`MongoDB på ${hosts} kan ikke brukes: ${(cause as Error).message}`, { cause });
  }
}

/** The database that an address names. */
export function databaseIn(uri: string): string | undefined {
  const name = /^[^/]+\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
}

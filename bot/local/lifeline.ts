/**
 * Runs `stop` once, and then ends this process, when it is told to end: by a signal, or because `npm start`, which
 * started it, has let go of it or is gone. Call it when everything is up: `npm start` is told so.
 */
export function runUntilTold(stop: () => Promise<void>): void {
  let told = false;
  const end = () => {
    if (told) return;
    told = true;
    void stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  process.once('disconnect', end);
  // let go of while it was starting, when nobody listened yet
  if (process.connected === false) end();
  process.send?.('ready');
}

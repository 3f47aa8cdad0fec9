/** Something done again and again, never twice at once: every `everyMs`, and soon after it was asked for. */
export type Loop = {
  /** Asks for a pass as soon as the one that runs is over. */
  readonly soon: () => void;
  /** Resolves when the pass that runs is over; none starts afterwards. */
  readonly stop: () => Promise<void>;
};

/** Starts a loop. A pass that returns true is followed by another at once; one that throws is reported. */
export function startLoop(pass: () => Promise<boolean>, everyMs: number, onError: (error: unknown) => void): Loop {
  let wanted = true;
  let stopped = false;
  let wake: () => void = () => {};
  const run = async () => {
    while (!stopped) {
      if (!wanted) await new Promise<void>((resolve) => sleep(resolve));
      if (stopped) return;
      wanted = false;
      try {
        if (await pass()) wanted = true;
      } catch (error) {
        onError(error);
      }
    }
  };
  const sleep = (resolve: () => void) => {
    const timer = setTimeout(resolve, everyMs);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  };
  const running = run();
  return {
    soon: () => {
      wanted = true;
      wake();
    },
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

import { Counter, Histogram, Registry } from 'prom-client';

/** The program's counters, for Prometheus. Labels are fixed words, never ids. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    turns: new Counter({
      name: 'utvalgsbot_turns_total',
      help: 'Verified activities',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    rejected: new Counter({
      name: 'utvalgsbot_rejected_total',
      help: 'Requests that never became a turn',
      labelNames: ['reason'],
      registers,
    }),
    deliveries: new Counter({
      name: 'utvalgsbot_deliveries_total',
      help: 'Effects tried',
      labelNames: ['outcome'],
      registers,
    }),
    limited: new Counter({
      name: 'utvalgsbot_limited_total',
      help: 'Requests to Teams that had to wait for its limits',
      labelNames: ['how'],
      registers,
    }),
    throttled: new Counter({
      name: 'utvalgsbot_throttled_total',
      help: 'Requests that Teams refused with 429 all the same',
      labelNames: ['whose'],
      registers,
    }),
    due: new Counter({ name: 'utvalgsbot_due_total', help: 'Records that had come due', registers }),
    turnSeconds: new Histogram({
      name: 'utvalgsbot_turn_seconds',
      help: 'From receiving an activity to its answer',
      buckets: [0.005, 0.02, 0.1, 0.5, 1, 3, 5],
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;

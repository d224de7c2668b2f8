/** Figures for dashboards, in Prometheus' format; names as the usual Discord dashboards read them, and no server in any of them. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Figures } from '../discord/bot.ts';
import type { Observed } from '../discord/dispatch.ts';

export interface Metrics {
  observe(observed: Observed): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; Discord waits for three. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3];

export function createMetrics(measured: Figures): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'discord_connected',
    help: 'Whether a shard is connected to Discord',
    labelNames: ['shard'],
    registers,
    collect() {
      this.reset();
      for (const { id, state } of measured.shards()) this.set({ shard: id }, state === 'ready' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'discord_latency',
    help: 'Round trip of the last heartbeat in seconds',
    labelNames: ['shard'],
    registers,
    collect() {
      this.reset();
      for (const { id, latencyMs } of measured.shards())
        if (latencyMs !== null) this.set({ shard: id }, latencyMs / 1000);
    },
  });
  new Gauge({
    name: 'discord_stat_total_guilds',
    help: 'Servers that the bot is in',
    registers,
    collect() {
      this.set(measured.servers());
    },
  });
  new Gauge({
    name: 'footnote_identifies_recent',
    help: 'Sessions started with Discord within ten minutes',
    registers,
    collect() {
      this.set(measured.identifies());
    },
  });
  const interactions = new Counter({
    name: 'discord_event_on_interaction_total',
    help: 'Interactions, by shard, type and command, and by what became of them',
    labelNames: ['shard', 'interaction', 'command', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'footnote_answer_seconds',
    help: 'From an interaction to its answer',
    labelNames: ['command'],
    buckets,
    registers,
  });
  return {
    observe: ({ command, kind, name, outcome, ms, shard }) => {
      // "None" where there is no command, as the exporter writes it for which those dashboards were made.
      interactions.inc({ shard, interaction: kind, command: command ?? 'None', outcome });
      if (outcome === 'answered') seconds.observe({ command: name }, ms / 1000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

// What hours of two coins asked for every five seconds come to: text and packed bytes a minute, how many hours the recorder
// holds, and the opening and scrubbing of what it saved. eight unless `--hours 1` or such is said, half an hour with `SMIRK_BENCH=short`.
import { epochMs } from '#base/time.ts';
import { openFile } from '#feed/open-file.ts';
import { createRecorder } from '#feed/recorder.ts';
import { createSampleSource } from '#feed/sample-source.ts';

const STEP_MS = 5_000;
const COINS = ['BTC', 'ETH'];
const told = Number(process.argv[process.argv.indexOf('--hours') + 1]);
const hours = process.argv.includes('--hours') ? told : process.env['SMIRK_BENCH'] === 'short' ? 0.5 : 8;
const looks = Math.round((hours * 3_600_000) / STEP_MS);
const startedAt = epochMs(Date.UTC(2026, 6, 8, 12));
const { signal } = new AbortController();

/** Milliseconds of processor time, of all threads. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(58)} ${value}`);
}

let clock = startedAt;
const recorder = createRecorder({ venue: 'deribit', startedAt, sample: true });
const source = createSampleSource({
  seed: 7,
  startedAt,
  now: () => clock,
  onMessage: (message) => recorder.tap(message),
});
const answers: number[] = [];
for (const coin of COINS) await source.fetchTerms(coin, signal);
for (let look = 0; look < looks; look += 1) {
  for (const coin of COINS) {
    if (look % 2 === 0) await source.fetchIndex(coin, signal);
    const before = performance.now();
    await source.fetchChain(coin, signal);
    answers.push(performance.now() - before);
  }
  clock = epochMs(clock + STEP_MS);
  // The packer works between tasks.
  await new Promise((resolve) => setImmediate(resolve));
}
answers.sort((a, b) => a - b);
const { received, largest, longest, most, messages } = recorder.state();
const beforeSave = cpu();
const file = await recorder.save();
const saving = cpu() - beforeSave;
const minutes = hours * 60;
const room = Math.min(largest / file.size, longest / received, most / messages) * hours;
console.log(`\n${hours} h of ${COINS.join(' and ')}, a chain each every ${STEP_MS / 1000} s`);
line('one chain answered by the simulator and read, best', `${answers[0]?.toFixed(1)} ms`);
line('text a minute', `${(received / 1e6 / minutes).toFixed(2)} MB`);
line('packed a minute', `${(file.size / 1e6 / minutes).toFixed(3)} MB`);
line(
  'messages; text; file',
  `${messages}; ${(received / 1e6).toFixed(0)} MB; ${(file.size / 1e6).toFixed(1)} MB`,
);
line('the recorder is full after', `${room.toFixed(1)} h`);
line('saving, processor time', `${saving.toFixed(0)} ms`);

const words: number[] = [];
let last = performance.now();
const beforeOpening = cpu();
const began = performance.now();
const opened = await openFile(file, {
  name: 'long.jsonl.gz',
  at: clock,
  onProgress: () => {
    words.push(performance.now() - last);
    last = performance.now();
  },
});
if (!opened.ok) throw new Error(opened.error.detail);
const { replay } = opened.value;
line(
  'opening, processor time; on the clock',
  `${(cpu() - beforeOpening).toFixed(0)} ms; ${(performance.now() - began).toFixed(0)} ms`,
);
line('longest between two words of progress', `${Math.max(...words).toFixed(0)} ms`);
line('stops', String(replay.instants.length));
globalThis.gc?.();
const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
line(
  'memory: resident; heap; buffers',
  [rss, heapUsed, arrayBuffers].map((bytes) => `${(bytes / 1e6).toFixed(0)} MB`).join('; '),
);
const jumps = Array.from({ length: 60 }, (_, jump) => (jump * 7_919) % replay.instants.length).map((stop) => {
  const before = cpu();
  if (replay.snapshot('BTC', stop).chain === null) throw new Error(`no chain at stop ${stop}`);
  return cpu() - before;
});
jumps.sort((a, b) => a - b);
line(
  'one jump of the scrubber, processor time: median; longest',
  `${jumps[30]?.toFixed(0)} ms; ${jumps.at(-1)?.toFixed(0)} ms`,
);
const beforeRun = cpu();
const middle = Math.floor(replay.instants.length / 2);
const steps = Math.min(200, replay.instants.length - middle);
for (let step = 0; step < steps; step += 1) replay.snapshot('BTC', middle + step);
line('one step of playing on, processor time', `${((cpu() - beforeRun) / steps).toFixed(1)} ms`);

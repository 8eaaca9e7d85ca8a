/** Nanoseconds per item of several jobs, timed in turn so that they share whatever else the machine is doing. */
export interface Timing {
  readonly name: string;
  readonly best: number;
  readonly median: number;
  /** Half the distance between the quartiles. */
  readonly spread: number;
}

/**
 * Runs every job `rounds` times, interleaved, after a third as many warm-up rounds.
 * @param jobs name, how many items one run handles, and the run
 */
export function timeInTurn(
  jobs: ReadonlyArray<{ readonly name: string; readonly items: number; readonly run: () => void }>,
  rounds: number,
): readonly Timing[] {
  const samples = jobs.map((): number[] => []);
  for (let round = -Math.ceil(rounds / 3); round < rounds; round += 1) {
    jobs.forEach(({ items, run }, j) => {
      const start = performance.now();
      run();
      const elapsed = performance.now() - start;
      if (round >= 0) samples[j]!.push((elapsed * 1e6) / items);
    });
  }
  return jobs.map(({ name }, j) => {
    const sorted = samples[j]!.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
    return { name, best: at(0), median: at(0.5), spread: (at(0.75) - at(0.25)) / 2 };
  });
}

/** One line per timing, with the ratio of bests to a yardstick job where one is named. */
export function printTimings(title: string, timings: readonly Timing[], yardstick?: string): void {
  const unit = timings.find(({ name }) => name === yardstick)?.best;
  const cell = (value: number): string => value.toFixed(1).padStart(9);
  console.log(`\n${title}`);
  console.log(`${''.padEnd(34)}  best ns   median   ±spread${unit === undefined ? '' : `  × ${yardstick}`}`);
  for (const { name, best, median, spread } of timings) {
    const ratio = unit === undefined ? '' : cell(best / unit);
    console.log(`${name.padEnd(34)}${cell(best)}${cell(median)}${cell(spread)}${ratio}`);
  }
}

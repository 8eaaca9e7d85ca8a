// Property tests draw the same examples at every run, so that one commit cannot pass here and fail there.
// SMIRK_SEED=random (or a number) draws others, SMIRK_RUNS=2000 more of them: what is done before a release, and after a change of numerics.
import { configureGlobal } from 'fast-check';

const { SMIRK_SEED: seed = '1', SMIRK_RUNS: runs } = process.env;
configureGlobal({
  ...(seed === 'random' ? {} : { seed: Number(seed) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});

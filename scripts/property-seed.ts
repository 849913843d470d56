import fc from 'fast-check'

/** Fixes what fast-check draws: the same run finds the same, and `NAVICERT_SEED=N` draws anew. */
const DEFAULT_SEED = 20_261_122

fc.configureGlobal({ seed: Number(process.env.NAVICERT_SEED ?? DEFAULT_SEED) })

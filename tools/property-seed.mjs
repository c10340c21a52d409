/**
 * Properties look at the same examples in every run, so that a red run says something about the
 * change and can be repeated. FAST_CHECK_SEED=<number> looks at others.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261126) });

import { createRegion } from './support/region.ts'

/** Loads the regions of the page benchmark beforehand, into BENCH_REGIONS. */
if (!process.env.BENCH_REGIONS) throw new Error('Set BENCH_REGIONS to the folder that keeps the regions')
for (const size of (process.env.SIZES ?? '10000,100000,1000000').split(',').map(Number)) {
  const region = await createRegion(size)
  await region.stop()
}

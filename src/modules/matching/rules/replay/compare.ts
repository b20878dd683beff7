/** A mean over seeds with the half width of its 95 % interval. */
export type Estimate = { mean: number; margin: number }

/** Two-sided 95 % quantiles of Student's t, for 1 to 30 degrees of freedom. */
const student = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** @throws RangeError for fewer than two values: one run has no interval */
export function estimate(values: readonly number[]): Estimate {
  const count = values.length
  if (count < 2) throw new RangeError('An interval needs two runs at least')
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  const t = student[Math.min(count - 1, student.length) - 1] ?? 1.96
  return { mean, margin: t * Math.sqrt(variance / count) }
}

/**
 * How much one way of working differs from another, seed by seed on the same requests. When nought lies within the interval, it is
 * no difference, however large it looks.
 */
export function difference(one: readonly number[], other: readonly number[]): Estimate & { differs: boolean } {
  if (one.length !== other.length) throw new RangeError('The same seeds on both sides')
  const found = estimate(one.map((value, seed) => value - (other[seed] ?? Number.NaN)))
  return { ...found, differs: Math.abs(found.mean) > found.margin }
}

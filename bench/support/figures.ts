import { cpus, totalmem } from 'node:os'

/** @param share 0.5 for the median */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** One line for the report: on what machine, when, by which command. */
export function machineLine(command: string): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  return `Measured ${new Date().toISOString().slice(0, 10)} on ${cpus().length} cores (${cpus()[0]?.model}), ${memory} GiB, Node ${process.version}: \`${command}\``
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1)
}

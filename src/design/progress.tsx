export type ProgressProps = {
  /** What is under way, for who listens; how far it is stands in words beside the bar. */
  label: string
  value: number
  max: number
}

/** How far something is that takes its time. */
export function Progress({ label, value, max }: ProgressProps) {
  return <progress className="progress" aria-label={label} value={value} max={max} />
}

import { createHash } from 'node:crypto'

/** Settings of the server, for one small machine. What is not named keeps PostgreSQL's own default. */
export const serverSettings = {
  // Not on the network: the TLS library of the package is old, and nobody else has business here.
  listen_addresses: '',
  ssl: 'off',
  unix_socket_permissions: '0700',
  port: '5432',

  max_connections: '200',
  shared_buffers: '192MB',
  effective_cache_size: '768MB',
  work_mem: '8MB',
  maintenance_work_mem: '96MB',
  // Parallel workers talk through /dev/shm, which is 64 MB in a container: a big join would fail for "no space".
  max_parallel_workers_per_gather: '0',

  // An acknowledged write is on the disk, and half-written pages are repaired.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Log files kept ready: writes go on for a while when the disk is full, long enough to refuse new ones politely.
  min_wal_size: '192MB',
  max_wal_size: '1GB',

  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and their errors hold people's data, so only the server's own messages are written down.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
  // One file per weekday, written over a week later.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
} as const

export type ServerSettings = Record<string, string>

/** Tells whether a running server was started like this one would be. */
export function fingerprint(settings: ServerSettings, version: string): string {
  return createHash('sha256').update(JSON.stringify(settings)).update(version).digest('hex').slice(0, 16)
}

/** As arguments; the fingerprint rides along as a setting that can be asked for. */
export function toArguments(settings: ServerSettings, version: string): string[] {
  const all = { ...settings, 'wijkpoort.fingerprint': fingerprint(settings, version) }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

import type { Bundle, BundleEntry, OperationOutcome } from 'fhir/r4'
import type { Question } from './question.ts'
import { type DirectoryResource, type ResourceType, toResource } from './resources.ts'
import type { HistoryEntry } from './store.ts'

export type Page = { base: string; type: ResourceType; at: Date }

export function toSearchSet(
  { base, type, at }: Page,
  question: Question,
  found: { matches: readonly DirectoryResource[]; along: readonly DirectoryResource[]; total: number; more: boolean },
): Bundle {
  const address = (more: [string, string][] = []) => withParameters(`${base}/${type}`, [...question.self, ...more])
  const last = found.matches.at(-1)?.id
  const entry =
    (mode: 'match' | 'include') =>
    (resource: DirectoryResource): BundleEntry => ({
      fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode },
    })
  const entries = [...found.matches.map(entry('match')), ...found.along.map(entry('include'))]
  return {
    resourceType: 'Bundle',
    meta: { lastUpdated: at.toISOString() },
    type: 'searchset',
    total: found.total,
    link: [
      { relation: 'self', url: address(question.after ? [['_cursor', question.after]] : []) },
      ...(found.more && last ? [{ relation: 'next', url: address([['_cursor', last]]) }] : []),
    ],
    ...(entries.length > 0 ? { entry: entries } : {}),
  }
}

export function toHistory(
  { base, type, at }: Page,
  self: { path: string; parameters: [string, string][]; cursor: string | undefined },
  found: { entries: readonly HistoryEntry[]; more: boolean; total: number },
): Bundle {
  const address = (cursor: string | undefined) =>
    withParameters(`${base}/${self.path}`, [
      ...self.parameters,
      ...(cursor ? [['_cursor', cursor] as [string, string]] : []),
    ])
  const last = found.entries.at(-1)?.key
  return {
    resourceType: 'Bundle',
    meta: { lastUpdated: at.toISOString() },
    type: 'history',
    total: found.total,
    link: [
      { relation: 'self', url: address(self.cursor) },
      ...(found.more && last ? [{ relation: 'next', url: address(last) }] : []),
    ],
    ...(found.entries.length > 0 ? { entry: found.entries.map((one) => toEntry(base, type, one)) } : {}),
  }
}

const deeds = {
  C: { method: 'POST', status: '201' },
  U: { method: 'PUT', status: '200' },
  D: { method: 'DELETE', status: '204' },
} as const

function toEntry(base: string, type: ResourceType, one: HistoryEntry): BundleEntry {
  const { method, status } = deeds[one.action]
  const { key: _key, action: _action, ...row } = one
  const url = method === 'POST' ? type : `${type}/${one.id}`
  return {
    fullUrl: `${base}/${type}/${one.id}`,
    ...(row.what === null ? {} : { resource: toResource(type, row as Parameters<typeof toResource>[1]) }),
    request: { method, url },
    response: { status, etag: `W/"${one.version}"`, lastModified: one.at.toISOString() },
  }
}

function withParameters(address: string, parameters: [string, string][]): string {
  const question = new URLSearchParams(parameters).toString()
  return question === '' ? address : `${address}?${question}`
}

type IssueCode =
  | 'not-found'
  | 'deleted'
  | 'value'
  | 'not-supported'
  | 'throttled'
  | 'transient'
  | 'exception'
  | 'invalid'

export function toOutcome(code: IssueCode, diagnostics: string): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: code === 'exception' ? 'fatal' : 'error', code, diagnostics, details: { text: diagnostics } }],
  }
}

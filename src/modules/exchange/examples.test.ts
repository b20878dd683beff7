import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundle } from 'fhir/r4'
import { expect, test } from 'vitest'
import { toHistory } from './bundles.ts'
import type { HistoryEntry } from './store.ts'

/** Answers of directories that Dutch consumers of IHE mCSD are tested with; beside the project, not in it. */
const folder = join(import.meta.dirname, '../../../../shared/data/eoverdracht/addressing/knooppunt-mcsd-json')
const at = new Date('2026-11-22T09:30:00Z')

const entry = (action: HistoryEntry['action'], version: number): HistoryEntry => ({
  objectType: 'endpoint',
  id: '0190a000-0000-7000-8000-000000000001',
  key: String(version),
  version,
  at,
  action,
  ...(action === 'D'
    ? { what: null }
    : {
        what: {
          organization_id: '0190a000-0000-7000-8000-000000000002',
          name: 'eOverdracht',
          connection_type: 'hl7-fhir-rest',
          payload_types: ['eOverdracht'],
          address: 'https://fhir.example.nl/',
          active: true,
        },
      }),
})

test.skipIf(!existsSync(folder))(
  'our history has what a consumer of mCSD finds in the examples (skipped where these are not beside the project)',
  () => {
    const examples = readdirSync(folder)
      .filter((name) => name.includes('history_response'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Bundle)
    expect(examples.length).toBeGreaterThan(3)
    const ours = toHistory(
      { base: 'https://wijkpoort.example/fhir/r4', type: 'Endpoint', at },
      { path: 'Endpoint/_history', parameters: [], cursor: undefined },
      { entries: [entry('D', 3), entry('U', 2), entry('C', 1)], more: true, total: 4 },
    )
    const [newest] = ours.entry ?? []
    const methods = new Set(ours.entry?.map(({ request }) => request?.method))
    for (const example of examples) {
      expect(ours.type).toBe(example.type)
      for (const { relation } of example.link ?? []) expect(ours.link?.map((link) => link.relation)).toContain(relation)
      for (const { request, resource } of example.entry ?? []) {
        expect(methods).toContain(request?.method)
        // A consumer reads the type and the id of what was removed from the address.
        if (!resource) expect(newest?.request?.url).toMatch(/^Endpoint\/[\w-]+$/)
        if (resource?.resourceType === 'Endpoint') {
          const own = ours.entry?.[1]?.resource as unknown as Record<string, unknown>
          for (const field of ['id', 'meta', 'status', 'connectionType', 'managingOrganization', 'address']) {
            if (field in resource) expect(own[field], field).toBeDefined()
          }
        }
      }
    }
  },
)

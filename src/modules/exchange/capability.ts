import type { CapabilityStatement } from 'fhir/r4'
import { resourceTypes } from './resources.ts'
import { commonParameters, parametersOf, references } from './search-parameters.ts'

/** What can be asked of every resource, and at which address below `<base>/<type>`: the routes and the statement are made from it. */
export const interactions = {
  'search-type': '',
  'history-type': '/_history',
  read: '/:id',
  'history-instance': '/:id/_history',
  vread: '/:id/_history/:versionId',
} as const

export type Interaction = keyof typeof interactions

/** Says what is served: made from the same tables as the routes and the searches. */
export function toCapabilityStatement(base: string, region: string, version: string, at: Date): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: at.toISOString(),
    kind: 'instance',
    software: { name: 'Wijkpoort', version },
    implementation: { description: `Wie wijkverpleging geeft in ${region}`, url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    instantiates: ['https://profiles.ihe.net/ITI/mCSD/CapabilityStatement/IHE.mCSD.Directory'],
    rest: [
      {
        mode: 'server',
        documentation: 'Public facts: no client, and of people no more than a first name. Reading needs no account.',
        resource: resourceTypes.map((type) => ({
          type,
          interaction: (Object.keys(interactions) as Interaction[]).map((code) => ({ code })),
          versioning: 'versioned',
          readHistory: true,
          updateCreate: false,
          conditionalRead: 'not-supported',
          searchInclude: references
            .filter(({ from }) => from === type)
            .map(({ from, name, to }) => `${from}:${name}:${to}`),
          searchRevInclude: references
            .filter(({ to }) => to === type)
            .map(({ from, name, to }) => `${from}:${name}:${to}`),
          searchParam: [...commonParameters, ...parametersOf[type]].map((parameter) => ({
            name: parameter.name,
            type: parameter.type,
            documentation: parameter.documentation,
          })),
        })),
      },
    ],
  }
}

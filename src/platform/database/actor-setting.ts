import type { Actor } from '#kernel/actor.ts'
import type { Scope } from './scope.ts'

type Statement = { name: string; text: string; values: string[] }

const text = `select ${[
  'kind',
  'region',
  'user',
  'organization',
  'teams',
  'permissions',
  'request',
  'verified',
  'draft',
]
  .map((setting, index) => `set_config('wijkpoort.${setting}', $${index + 1}, true)`)
  .join(', ')}`

/** The statement that tells row-level security who acts, until the end of the transaction. */
export function actorSetting(scope: Scope): Statement {
  return { name: 'actor', text, values: [...valuesOf(scope.actor), scope.draftKeyHash ?? ''] }
}

function valuesOf(actor: Actor): string[] {
  switch (actor.kind) {
    case 'user':
      return [
        actor.kind,
        actor.regionId,
        actor.userId,
        actor.organizationId,
        `{${actor.coordinatingTeamIds.join(',')}}`,
        `{${[...actor.permissions].join(',')}}`,
        '',
        '',
      ]
    case 'link':
      return [actor.kind, actor.regionId, '', '', '{}', '{}', actor.requestId, actor.verified ? 'yes' : '']
    default:
      return [actor.kind, actor.regionId, '', '', '{}', '{}', '', '']
  }
}

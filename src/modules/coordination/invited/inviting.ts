import { formatDate, localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { getRegion } from '#modules/regions/index.ts'
import { addHistory, type Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed, NotFound } from '#platform/http/faults.ts'
import { post } from '#platform/mail/mail.ts'
import { lockAsSeen } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { invitedPaths } from '../pages/invited/paths.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { type InvitationRefusal, type InvitedScope, mayInvite } from '../rules/invited/inviting.ts'
import { invitationCodeHash, invitationKeyHash, invitationKeyOf, newInvitationCode } from './keys.ts'

export type Invite = {
  requestId: string
  kind: string
  name: string
  email: string
  role: string
  scope: readonly InvitedScope[]
  untilOn: string
  clientAgrees: boolean
}
export type InviteRefusal = { code: CommandRefusal | InvitationRefusal }

/**
 * Invites somebody from the neighbourhood to look along with one request. The link goes by mail and says nothing; the code is
 * answered here, once, for whoever invites to tell by phone.
 */
export const inviteParty = command(
  async (tx, actor, input: Invite, now): Promise<Outcome<{ code: string }, InviteRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'invite', standing)
    if (refusal) return refused({ code: refusal })
    const { wayOfWorking: way } = await getRegion(tx)
    const seesIdentity = await canSeeIdentity(tx, standing)
    const allowed = mayInvite(input, { kinds: way.otherParties, seesIdentity, today: localDateOf(now) })
    if (!allowed.ok) return refused({ code: allowed.refusal })

    const id = newId(now)
    const key = invitationKeyOf(tx.scope.seal, id)
    const code = newInvitationCode()
    await asSystem(tx, 'invite-party', async (own) => {
      await own.db
        .insertInto('coordination.invited_party')
        .values({
          id,
          request_id: standing.id,
          region_id: actor.regionId,
          kind: input.kind,
          name: input.name,
          email: input.email,
          role: withoutPersonal(input.role).text,
          scope: [...input.scope],
          until_on: input.untilOn,
          key_hash: invitationKeyHash(tx.scope.seal, key),
          code_hash: invitationCodeHash(tx.scope.seal, key, code),
          consent_at: input.scope.includes('client') ? now : null,
          invited_at: now,
          invited_by: actor.userId,
          invited_by_organization_id: actor.organizationId,
        })
        .execute()
      const facts = { party: input.name, until: input.untilOn, scope: [...input.scope] }
      await addHistory(own, standing.id, {
        history: { code: 'party-invited', organizationId: actor.organizationId, facts },
      })
      await post(own, { to: input.email, ...letterOf(tx, key, actor.organizationName, input.untilOn) })
    })
    await auditCommand(tx, standing, 'request.invite', ['invited-party', ...input.scope])
    return done({ code })
  },
)

/** Takes an invitation back: the link opens nothing from here on. */
export const revokeInvitation = command(
  async (
    tx,
    _actor,
    input: { requestId: string; invitationId: string },
    now,
  ): Promise<Outcome<void, InviteRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'invite', standing)
    if (refusal) return refused({ code: refusal })
    const revoked = await asSystem(tx, 'revoke-invitation', (own) =>
      own.db
        .updateTable('coordination.invited_party')
        .set({ revoked_at: now })
        .where('id', '=', input.invitationId)
        .where('request_id', '=', standing.id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst(),
    )
    if (!revoked) throw new NotFound()
    await auditCommand(tx, standing, 'request.revoke-invitation', ['invited-party'])
    return done(undefined)
  },
)

/** Asked of row-level security itself: whether the row of the identity is there for this actor. */
async function canSeeIdentity(tx: Tx, { id }: Standing): Promise<boolean> {
  const row = await tx.db
    .selectFrom('requests.patient_identity')
    .select('request_id')
    .where('request_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

function letterOf(tx: Tx, key: string, from: string, untilOn: string) {
  return {
    subject: 'U bent uitgenodigd om mee te kijken',
    body: `Beste collega,\n\n${from} vraagt u om mee te denken over zorg in de wijk. Deze link werkt tot en met ${formatDate(untilOn)}:\n${tx.scope.publicUrl}${invitedPaths.invitation(key)}\n\nU hebt ook een code van zes cijfers nodig. Die hoort u aan de telefoon van wie u uitnodigt.\n\nIn deze mail staan geen gegevens van de cliënt. Stuur hem niet door.\n`,
  }
}

import type { Standing } from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { post } from '#platform/mail/mail.ts'
import { paths } from './pages/paths.ts'

/** Tells organisations that they were asked: a link and nothing about the request. Those without an address see it on their list. */
export async function tellParties(own: Tx, organizationIds: readonly string[]): Promise<void> {
  const rows = await own.db
    .selectFrom('organizations.organization')
    .select('email')
    .where('id', 'in', [...organizationIds])
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { email } of rows) {
    if (!email) continue
    await post(own, {
      to: email,
      subject: 'Er is een zorgvraag voor uw organisatie',
      body: `Beste collega,\n\nAan uw organisatie is gevraagd of zij zorg kan geven. De kaart en de tijd om te antwoorden staan hier:\n${own.scope.publicUrl}${paths.asked}\n\nIn deze mail staan geen gegevens van de cliënt.\n`,
    })
  }
}

/** Tells organisations that said yes that the date moved: a link and nothing about the client. */
export async function tellOfNewDate(own: Tx, organizationIds: readonly string[]): Promise<void> {
  if (organizationIds.length === 0) return
  const rows = await own.db
    .selectFrom('organizations.organization')
    .select('email')
    .where('id', 'in', [...organizationIds])
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { email } of rows) {
    if (!email) continue
    await post(own, {
      to: email,
      subject: 'De datum van een zorgvraag is gewijzigd',
      body: `Beste collega,\n\nU zei ja tegen een zorgvraag. De aanvrager heeft daarna de datum gewijzigd. Kan het ook op de nieuwe datum? Zeg dat opnieuw:\n${own.scope.publicUrl}${paths.requests}\n\nIn deze mail staan geen gegevens van de cliënt.\n`,
    })
  }
}

const swapText = {
  accepted: {
    subject: 'Een cliënt is overgenomen',
    body: 'De andere organisatie neemt de zorg over. De gegevens van de cliënt zijn nu dicht voor uw organisatie.',
  },
  refused: {
    subject: 'Een overdracht gaat niet door',
    body: 'De andere organisatie kan de zorg niet overnemen. De cliënt blijft bij uw organisatie.',
  },
  'no-answer': {
    subject: 'Geen antwoord op een overdracht',
    body: 'De andere organisatie gaf geen antwoord op tijd. De cliënt blijft bij uw organisatie. U kunt het opnieuw of aan een andere organisatie vragen.',
  },
} as const

/** Tells who proposed to hand a client over how that ended: a link and nothing about the client. */
export async function tellOfSwap(own: Tx, organizationId: string, how: keyof typeof swapText): Promise<void> {
  const row = await own.db
    .selectFrom('organizations.organization')
    .select('email')
    .where('id', '=', organizationId)
    .executeTakeFirst()
  if (!row?.email) return
  const { subject, body } = swapText[how]
  await post(own, {
    to: row.email,
    subject,
    body: `Beste collega,\n\n${body}\n${own.scope.publicUrl}${paths.own}\n\nIn deze mail staan geen gegevens van de cliënt.\n`,
  })
}

/** Reminds the team or organisation that holds something that its time is almost over. */
export async function tellHolder(own: Tx, standing: Standing): Promise<void> {
  const email = await addressOf(own, standing)
  if (!email) return
  await post(own, {
    to: email,
    subject: 'Een zorgvraag wacht op u',
    body: `Beste collega,\n\nVan een zorgvraag waar u nu aan zet bent, is de tijd bijna om. Hij staat op uw lijst:\n${own.scope.publicUrl}${paths.requests}\n\nIn deze mail staan geen gegevens van de cliënt.\n`,
  })
}

/** Where who holds a request reads its mail. */
export async function addressOf(own: Tx, standing: Standing): Promise<string | null | undefined> {
  const { holderCoordinatingTeamId: teamId, holderOrganizationId: organizationId } = standing
  const found = teamId
    ? await own.db.selectFrom('organizations.coordinating_team').select('email').where('id', '=', teamId).execute()
    : await own.db.selectFrom('organizations.organization').select('email').where('id', '=', organizationId).execute()
  return found[0]?.email
}

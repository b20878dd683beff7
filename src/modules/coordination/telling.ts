import type { Standing } from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { post } from '#platform/mail/mail.ts'
import { paths } from './pages/paths.ts'

/** A letter to colleagues: a link, and nothing about the client. */
type Told = { subject: string; words: string; path: string }

async function write(own: Tx, to: string, { subject, words, path }: Told): Promise<void> {
  const link = own.scope.publicUrl + path
  const body = `Beste collega,\n\n${words}\n${link}\n\nIn deze mail staan geen gegevens van de cliënt.\n`
  await post(own, { to, subject, body })
}

/** To each of these organisations; those without an address see it on their list. */
async function writeTo(own: Tx, organizationIds: readonly string[], told: Told): Promise<void> {
  if (organizationIds.length === 0) return
  const rows = await own.db
    .selectFrom('organizations.organization')
    .select('email')
    .where('id', 'in', [...organizationIds])
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { email } of rows) if (email) await write(own, email, told)
}

/** Tells organisations that they were asked. */
export async function tellParties(own: Tx, organizationIds: readonly string[]): Promise<void> {
  await writeTo(own, organizationIds, {
    subject: 'Er is een zorgvraag voor uw organisatie',
    words: 'Aan uw organisatie is gevraagd of zij zorg kan geven. De kaart en de tijd om te antwoorden staan hier:',
    path: paths.asked,
  })
}

/** Tells organisations that said yes that the date moved. */
export async function tellOfNewDate(own: Tx, organizationIds: readonly string[]): Promise<void> {
  await writeTo(own, organizationIds, {
    subject: 'De datum van een zorgvraag is gewijzigd',
    words:
      'U zei ja tegen een zorgvraag. De aanvrager heeft daarna de datum gewijzigd. Kan het ook op de nieuwe datum? Zeg dat opnieuw:',
    path: paths.requests,
  })
}

const swapText = {
  accepted: {
    subject: 'Een cliënt is overgenomen',
    words: 'De andere organisatie neemt de zorg over. De gegevens van de cliënt zijn nu dicht voor uw organisatie.',
  },
  refused: {
    subject: 'Een overdracht gaat niet door',
    words: 'De andere organisatie kan de zorg niet overnemen. De cliënt blijft bij uw organisatie.',
  },
  'no-answer': {
    subject: 'Geen antwoord op een overdracht',
    words:
      'De andere organisatie gaf geen antwoord op tijd. De cliënt blijft bij uw organisatie. U kunt het opnieuw of aan een andere organisatie vragen.',
  },
} as const

/** Tells who proposed to hand a client over how that ended. */
export async function tellOfSwap(own: Tx, organizationId: string, how: keyof typeof swapText): Promise<void> {
  await writeTo(own, [organizationId], { ...swapText[how], path: paths.own })
}

/** Reminds the team or organisation that holds something that its time is almost over. */
export async function tellHolder(own: Tx, standing: Standing): Promise<void> {
  const email = await addressOf(own, standing)
  if (!email) return
  await write(own, email, {
    subject: 'Een zorgvraag wacht op u',
    words: 'Van een zorgvraag waar u nu aan zet bent, is de tijd bijna om. Hij staat op uw lijst:',
    path: paths.requests,
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

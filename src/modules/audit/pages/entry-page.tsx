import type { FastifyInstance } from 'fastify'
import { Heading, Screen, SummaryList } from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { NotFound } from '#platform/http/faults.ts'
import { getLogEntry, type LogEntry } from '../log.ts'
import { actionText, actorKindText, eventText, legalBasisText, outcomeText } from '../text.nl.ts'
import { exactMoment } from './moment.ts'
import { paths } from './paths.ts'

export function entryPage(app: FastifyInstance): void {
  app.get(paths.entry(':id'), { config: { who: 'audit.read' } }, async (request, reply) => {
    const { id } = request.params as { id: string }
    if (!/^\d{1,15}$/.test(id)) throw new NotFound()
    return reply.page(200, <EntryPage entry={await getLogEntry(request.scope, Number(id))} />)
  })
}

function EntryPage({ entry }: { entry: LogEntry }) {
  const title = eventText[entry.event] ?? entry.event
  const rows: [string, string | null | undefined][] = [
    ['Wanneer', exactMoment(entry.at)],
    ['Gebeurtenis', entry.event],
    ['Handeling', actionText[entry.action]],
    ['Uitkomst', outcomeText[entry.outcome]],
    ['Soort gebruiker', actorKindText[entry.actorKind]],
    ['Gebruiker', entry.userName],
    ['Rol', entry.userRole],
    ['Organisatie', entry.organizationName],
    ['Namens', entry.responsibleUserId === entry.userId ? entry.userName : entry.responsibleUserId],
    ['Zorgvraag', entry.requestNumber && formatRequestNumber(entry.requestNumber)],
    ['Soort gegevens', entry.objectType],
    ['Kenmerk van de gegevens', entry.objectId],
    ['Velden', entry.fields.join(', ')],
    ['Grondslag', legalBasisText[entry.legalBasis] ?? entry.legalBasis],
    ['Regel van toegang', entry.rule],
    ['Toestemming', entry.consentId],
    ['Noodprocedure', entry.breakGlass ? 'ja' : 'nee'],
    ['Toegangspunt', entry.accessPoint],
    ['Bron', entry.sourceSystem],
    ['Nummer van het verzoek', entry.httpRequestId],
    ['Verzegeld', entry.sealed ? 'ja' : 'nog niet, dit gebeurt elke minuut'],
  ]
  return (
    <Screen title={`Regel ${entry.id}`} density="professional" script back={{ href: paths.log, label: 'Inzage-log' }}>
      <Heading level={1} caption={`Regel ${entry.id}`}>
        {capital(title)}
      </Heading>
      <SummaryList
        rows={rows.map(([label, value]) => ({ key: label, label, value: value || 'niet van toepassing' }))}
      />
    </Screen>
  )
}

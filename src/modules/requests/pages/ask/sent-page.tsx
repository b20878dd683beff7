import { Heading, Link, LinkButton, List, Notice, Screen, SummaryList, Text } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import type { Confirmation } from '../../confirmation.ts'
import type { Sent } from '../../sending.ts'
import { UrgentNotice } from '../desk-phone.tsx'
import { paths } from '../paths.ts'

type SentPageProps = { sent: Sent; confirmation: Confirmation | undefined; publicUrl: string; now: Date }

/** Sent: the number to read out, who has it now, and by when something is heard. */
export function SentPage({ sent, confirmation, publicUrl, now }: SentPageProps) {
  const follow = paths.follow(sent.number, sent.key)
  const { holder, holderPhone, holderHours, actBy } = confirmation ?? {}
  return (
    <Screen title="Uw aanvraag is verstuurd" width="form">
      <Heading level={1}>Uw aanvraag is verstuurd</Heading>
      <Text kind="lead">U hoeft nu niets te doen. Wij houden u op de hoogte.</Text>
      <Notice kind="good" title="Uw nummer is">
        <Heading level={3} size={1}>
          {formatRequestNumber(sent.number)}
        </Heading>
        <Text>Noem dit nummer als u belt: {speakRequestNumber(sent.number)}.</Text>
      </Notice>
      <SummaryList
        rows={[
          {
            label: 'Wie heeft uw aanvraag nu',
            value: (
              <>
                {holder}
                {holderPhone && (
                  <>
                    <br />
                    <Link href={`tel:${holderPhone}`}>{formatPhone(holderPhone)}</Link>
                    {holderHours && `, ${holderHours}`}
                  </>
                )}
              </>
            ),
          },
          ...(actBy ? [{ label: 'U hoort iets', value: <strong>uiterlijk {formatMoment(actBy, now)}</strong> }] : []),
        ]}
      />
      <Heading level={2} size={3}>
        Wat gebeurt er nu?
      </Heading>
      <List
        ordered
        items={[
          { key: 'look', content: 'De wijkverpleegkundigen in de buurt bekijken samen wie de zorg kan geven.' },
          {
            key: 'take',
            content: 'Eén organisatie neemt de zorg op zich. Pas dan ziet die organisatie om wie het gaat.',
          },
          { key: 'call', content: 'Die organisatie belt om kennis te maken en een afspraak te maken.' },
          { key: 'late', content: 'Lukt het niet op tijd? Dan gaat uw aanvraag vanzelf naar iemand die verder zoekt.' },
        ]}
      />
      <Heading level={2} size={3}>
        Volg uw aanvraag
      </Heading>
      <Text>
        Op deze pagina ziet u steeds hoe het ermee staat. U kunt er ook iets aanvullen of de aanvraag intrekken. Bewaar
        de link goed: {publicUrl + follow}
      </Text>
      <LinkButton href={follow}>Volg uw aanvraag</LinkButton>
      <UrgentNotice />
    </Screen>
  )
}

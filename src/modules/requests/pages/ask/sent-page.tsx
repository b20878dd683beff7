import { Heading, Link, LinkButton, List, Notice, Screen, SummaryList, Text } from '#design/index.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import type { Confirmation } from '../../confirmation.ts'
import { useLanguage } from '../../languages/index.ts'
import type { Sent } from '../../sending.ts'
import { UrgentNotice } from '../desk-phone.tsx'
import { InDutch } from '../in-dutch.tsx'
import { paths } from '../paths.ts'

type SentPageProps = { sent: Sent; confirmation: Confirmation | undefined; publicUrl: string; now: Date }

/** Sent: the number to read out, who has it now, and by when something is heard. */
export function SentPage({ sent, confirmation, publicUrl, now }: SentPageProps) {
  const { language, words, dates } = useLanguage()
  const { sent: own } = words
  const follow = paths.follow(sent.number, sent.key, language)
  const { holder, holderPhone, holderHours, actBy, asked } = confirmation ?? {}
  return (
    <Screen title={own.title} width="form">
      <Heading level={1}>{own.title}</Heading>
      <Text kind="lead">{own.lead}</Text>
      <Notice kind="good" title={own.number}>
        <Heading level={3} size={1}>
          {formatRequestNumber(sent.number)}
        </Heading>
        <Text>{own.say(speakRequestNumber(sent.number, language))}</Text>
      </Notice>
      <SummaryList
        rows={[
          {
            label: own.holder,
            value: (
              <>
                <InDutch>{holder}</InDutch>
                {holderPhone && (
                  <>
                    <br />
                    <Link href={`tel:${holderPhone}`}>{formatPhone(holderPhone)}</Link>
                    {holderHours && (
                      <>
                        , <InDutch>{holderHours}</InDutch>
                      </>
                    )}
                  </>
                )}
              </>
            ),
          },
          ...(actBy
            ? [{ label: asked ? own.asked : own.hear, value: <strong>{own.by(dates.moment(actBy, now))}</strong> }]
            : []),
        ]}
      />
      <Heading level={2} size={3}>
        {own.next}
      </Heading>
      <List ordered items={own.steps.map((content) => ({ key: content, content }))} />
      <Heading level={2} size={3}>
        {own.follow}
      </Heading>
      <Text>{own.followHelp(publicUrl + follow)}</Text>
      <LinkButton href={follow}>{own.follow}</LinkButton>
      <UrgentNotice />
    </Screen>
  )
}

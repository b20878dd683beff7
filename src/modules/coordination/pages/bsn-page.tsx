import { Heading, Screen, SummaryList, Text } from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { bsnCheckedWithText } from '#modules/requests/index.ts'
import { paths } from './paths.ts'

type Props = {
  id: string
  number: string
  bsn: string
  checkedWith: keyof typeof bsnCheckedWithText | null
  query: string
}

/** The BSN by itself, asked for on purpose: that somebody looked stands in the log. */
export function BsnPage({ id, number, bsn, checkedWith, query }: Props) {
  return (
    <Screen
      title="Burgerservicenummer"
      width="form"
      density="professional"
      script
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <Heading level={1} caption={formatRequestNumber(number)}>
        Burgerservicenummer
      </Heading>
      <SummaryList
        rows={[
          { label: 'Nummer', value: bsn },
          {
            label: 'Gecontroleerd met',
            value: checkedWith
              ? bsnCheckedWithText[checkedWith]
              : 'Nog niet gecontroleerd. Controleer het bij de start van de zorg.',
          },
        ]}
      />
      <Text kind="small">In het inzage-log staat dat u dit nummer hebt bekeken. Dat kan de cliënt zien.</Text>
    </Screen>
  )
}

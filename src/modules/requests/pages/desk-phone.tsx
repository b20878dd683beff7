import { Link, Notice, Text } from '#design/index.ts'
import { formatPhone } from '#kernel/phone.ts'
import type { Desk } from '../desk.ts'
import { useLanguage } from '../languages/index.ts'
import { InDutch } from './in-dutch.tsx'
import { Sentence } from './sentence.tsx'

/** '026 123 45 67 (Regioloket, maandag tot en met vrijdag …)' with the number as a link. */
export function DeskPhone({ desk }: { desk: Desk }) {
  return (
    <>
      <Link href={`tel:${desk.phone}`}>{formatPhone(desk.phone)}</Link> (
      <InDutch>
        {desk.name}, {desk.phoneHours}
      </InDutch>
      )
    </>
  )
}

/** 112, as a link that calls. */
export const emergency = (number: string) => <Link href="tel:112">{number}</Link>

/** Nobody fills in a form while they should call. */
export function UrgentNotice() {
  const { urgent } = useLanguage().words
  return (
    <Notice kind="attention" title={urgent.title}>
      <Text>
        <Sentence text={urgent.text} parts={{ emergency }} />
      </Text>
    </Notice>
  )
}

import { Link, Notice, Text } from '#design/index.ts'
import { formatPhone } from '#kernel/phone.ts'
import type { Desk } from '../desk.ts'

/** '026 123 45 67 (Regioloket, maandag tot en met vrijdag …)' with the number as a link. */
export function DeskPhone({ desk }: { desk: Desk }) {
  return (
    <>
      <Link href={`tel:${desk.phone}`}>{formatPhone(desk.phone)}</Link> ({desk.name}, {desk.phoneHours})
    </>
  )
}

/** Nobody fills in a form while they should call. */
export function UrgentNotice() {
  return (
    <Notice kind="attention" title="Is er nu spoed?">
      <Text>
        Bel bij levensgevaar <Link href="tel:112">112</Link>. Bel anders uw huisarts. Is de huisarts dicht? Bel dan de
        huisartsenpost.
      </Text>
    </Notice>
  )
}

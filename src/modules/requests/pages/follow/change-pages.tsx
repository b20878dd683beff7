import type { ReactNode } from 'react'
import {
  Actions,
  Button,
  type ButtonKind,
  ErrorSummary,
  Fieldset,
  Heading,
  LinkButton,
  PostForm,
  Screen,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { RequestedDetails } from '../../requested.ts'
import { paths } from '../paths.ts'
import { type FormState, one } from '../refer/form-fields.ts'
import { WithdrawFields } from '../refer/referral-page.tsx'
import type { LinkParts } from './follow-page.tsx'

type ChangeProps = { link: LinkParts; state: FormState }

type FrameProps = ChangeProps & {
  title: string
  lead: string
  action: string
  go: string
  kind?: ButtonKind
  children: ReactNode
}

function ChangeFrame({ link, state, title, lead, action, go, kind, children }: FrameProps) {
  const back = paths.follow(link.number, link.key)
  return (
    <Screen
      title={title}
      width="form"
      error={Object.keys(state.errors).length > 0}
      back={{ href: back, label: `Zorgvraag ${formatRequestNumber(link.number)}` }}
    >
      <ErrorSummary errors={state.errors} />
      <Heading level={1}>{title}</Heading>
      <Text kind="lead">{lead}</Text>
      <PostForm action={action}>
        {children}
        <Actions>
          <Button kind={kind}>{go}</Button>
          <LinkButton href={back} kind="quiet">
            Niet doen
          </LinkButton>
        </Actions>
      </PostForm>
    </Screen>
  )
}

export function SupplementPage({ link, state }: ChangeProps) {
  return (
    <ChangeFrame
      link={link}
      state={state}
      title="Iets aanvullen"
      lead="Is er iets veranderd, of bent u iets vergeten? Schrijf het hier op."
      action={paths.followSupplement(link.number, link.key)}
      go="Voeg toe"
    >
      <TextArea
        {...one(state, 'text')}
        label="Wat wilt u aanvullen?"
        hint="Alleen wie de zorg geeft, leest dit."
        rows={6}
      />
    </ChangeFrame>
  )
}

export function WithdrawPage({ link, state, reasons }: ChangeProps & { reasons: readonly Reason[] }) {
  return (
    <ChangeFrame
      link={link}
      state={state}
      title="De zorgvraag intrekken"
      lead="Is de zorg niet meer nodig? Dan stoppen wij met zoeken. U kunt later altijd opnieuw zorg vragen."
      action={paths.followWithdraw(link.number, link.key)}
      go="Trek de zorgvraag in"
      kind="danger"
    >
      <WithdrawFields reasons={reasons} state={state} />
    </ChangeFrame>
  )
}

export function CorrectPage({ link, state }: ChangeProps) {
  return (
    <ChangeFrame
      link={link}
      state={state}
      title="Gegevens verbeteren"
      lead="Verander wat niet klopt. De rest laat u staan. Klopt de naam of de geboortedatum niet? Bel dan het team."
      action={paths.followCorrect(link.number, link.key)}
      go="Bewaar"
    >
      <Fieldset legend="Wie de zorg krijgt">
        <TextField {...one(state, 'phone')} label="Telefoon" type="tel" autoComplete="off" optional />
        <TextField {...one(state, 'email')} label="E-mail" type="email" autoComplete="off" optional />
        <TextField {...one(state, 'postcode')} label="Postcode" width="short" autoComplete="off" />
        <TextField {...one(state, 'houseNumber')} label="Huisnummer" width="short" autoComplete="off" />
      </Fieldset>
      <Fieldset legend="Contactpersoon">
        <TextField {...one(state, 'contactName')} label="Naam" autoComplete="off" optional />
        <TextField {...one(state, 'contactPhone')} label="Telefoon" type="tel" autoComplete="off" optional />
      </Fieldset>
      <Fieldset legend="Wie de zorgvraag deed" hint="Naar dit mailadres sturen wij bericht.">
        <TextField {...one(state, 'requesterPhone')} label="Telefoon" type="tel" autoComplete="off" optional />
        <TextField {...one(state, 'requesterEmail')} label="E-mail" type="email" autoComplete="off" optional />
      </Fieldset>
      <Fieldset legend="De zorgvraag">
        <TextArea {...one(state, 'question')} label="Waarvoor is hulp nodig?" rows={5} />
      </Fieldset>
    </ChangeFrame>
  )
}

/** What stands there now, for the boxes of the form. */
export function correctionValues({ identity }: Pick<RequestedDetails, 'identity'>): Record<string, string> {
  const [contact] = identity.contacts
  const phone = (number: string | null | undefined) => (number ? formatPhone(number) : '')
  return {
    phone: phone(identity.phone),
    email: identity.email ?? '',
    postcode: formatPostcode(identity.postcode),
    houseNumber: identity.houseNumber,
    contactName: contact?.name ?? '',
    contactPhone: phone(contact?.phone),
    requesterPhone: phone(identity.requester.phone),
    requesterEmail: identity.requester.email ?? '',
    question: identity.question,
  }
}

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
import { useLanguage } from '../../languages/index.ts'
import type { RequestedDetails } from '../../requested.ts'
import { paths } from '../paths.ts'
import { type FormState, one } from '../refer/form-fields.ts'
import { WithdrawFields } from '../withdraw-fields.tsx'
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
  const { follow, change } = useLanguage().words
  const back = paths.follow(link.number, link.key, link.language)
  return (
    <Screen
      title={title}
      width="form"
      error={Object.keys(state.errors).length > 0}
      back={{ href: back, label: follow.request(formatRequestNumber(link.number)) }}
    >
      <ErrorSummary errors={state.errors} />
      <Heading level={1}>{title}</Heading>
      <Text kind="lead">{lead}</Text>
      <PostForm action={action}>
        {children}
        <Actions>
          <Button kind={kind}>{go}</Button>
          <LinkButton href={back} kind="quiet">
            {change.dont}
          </LinkButton>
        </Actions>
      </PostForm>
    </Screen>
  )
}

export function SupplementPage({ link, state }: ChangeProps) {
  const { follow, change } = useLanguage().words
  return (
    <ChangeFrame
      link={link}
      state={state}
      title={follow.add}
      lead={change.supplementLead}
      action={paths.followSupplement(link.number, link.key, link.language)}
      go={change.add}
    >
      <TextArea {...one(state, 'text')} label={change.supplement} hint={change.onlyGivers} rows={6} />
    </ChangeFrame>
  )
}

export function WithdrawPage({ link, state, reasons }: ChangeProps & { reasons: readonly Reason[] }) {
  const { follow, change } = useLanguage().words
  return (
    <ChangeFrame
      link={link}
      state={state}
      title={follow.withdraw}
      lead={change.withdrawLead}
      action={paths.followWithdraw(link.number, link.key, link.language)}
      go={change.withdraw}
      kind="danger"
    >
      <WithdrawFields reasons={reasons} state={state} />
    </ChangeFrame>
  )
}

export function CorrectPage({ link, state }: ChangeProps) {
  const { follow, change } = useLanguage().words
  return (
    <ChangeFrame
      link={link}
      state={state}
      title={follow.correct}
      lead={change.correctLead}
      action={paths.followCorrect(link.number, link.key, link.language)}
      go={change.keep}
    >
      <Fieldset legend={change.client}>
        <TextField {...one(state, 'phone')} label={change.phone} type="tel" autoComplete="off" optional />
        <TextField {...one(state, 'email')} label={change.email} type="email" autoComplete="off" optional />
        <TextField {...one(state, 'postcode')} label={change.postcode} width="short" autoComplete="off" />
        <TextField {...one(state, 'houseNumber')} label={change.houseNumber} width="short" autoComplete="off" />
      </Fieldset>
      <Fieldset legend={change.contact}>
        <TextField {...one(state, 'contactName')} label={change.name} autoComplete="off" optional />
        <TextField {...one(state, 'contactPhone')} label={change.phone} type="tel" autoComplete="off" optional />
      </Fieldset>
      <Fieldset legend={change.requester} hint={change.requesterHint}>
        <TextField {...one(state, 'requesterPhone')} label={change.phone} type="tel" autoComplete="off" optional />
        <TextField {...one(state, 'requesterEmail')} label={change.email} type="email" autoComplete="off" optional />
      </Fieldset>
      <Fieldset legend={change.theRequest}>
        <TextArea {...one(state, 'question')} label={change.question} rows={5} />
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

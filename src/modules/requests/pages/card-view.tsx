import type { ReactNode } from 'react'
import { Heading, SummaryList, Text } from '#design/index.ts'
import { formatDate } from '#kernel/dates.ts'
import { insurers } from '#kernel/insurers.ts'
import { capital } from '#kernel/sentence.ts'
import { ageBandText, priorityText } from '#kernel/text.nl.ts'
import type { RequestCard } from '../card.ts'
import {
  channelText,
  durationText,
  financingText,
  genderText,
  indicationText,
  locationText,
  sourceText,
  startCertaintyText,
} from '../text.nl.ts'
import { amountWords, attentionWords, careWords, daypartWords, wishWords } from './card-words.ts'

type Line = { label: string; value: ReactNode }

type CardViewProps = {
  card: RequestCard
  place: string
  identityOpen?: boolean
  /** Whom the client does not want, as far as this viewer may know. */
  unwanted?: readonly string[]
}

/** The card of a request in full: everything that may be seen before it is taken, and nothing that says who it is about. */
export function CardView({ card, place, identityOpen, unwanted = [] }: CardViewProps) {
  return (
    <>
      <SummaryList rows={careLines(card)} />
      {!identityOpen && <QuestionWords card={card} />}
      <Heading level={3}>Wie en waar</Heading>
      <SummaryList rows={personLines(card, place)} />
      <Heading level={3}>Wensen</Heading>
      <SummaryList rows={wishLines(card, unwanted)} />
    </>
  )
}

/** Left out once the identity is open: there it stands to the letter. */
/** The same in lines, for a screen that lays them out itself. */
export function cardLines(card: RequestCard, place: string): Line[] {
  return [...careLines(card), ...personLines(card, place), ...wishLines(card)]
}

function QuestionWords({ card }: { card: RequestCard }) {
  return (
    <>
      <Heading level={3}>Vraag in eigen woorden</Heading>
      <Text kind="typed">{card.question || 'Er is geen toelichting gegeven.'}</Text>
      {card.questionWithheld && (
        <Text kind="small">
          Iets in de tekst leek persoonlijk, zoals een naam of telefoonnummer. De hele tekst opent voor de organisatie
          die de zorgvraag neemt.
        </Text>
      )}
    </>
  )
}

function careLines(card: RequestCard): Line[] {
  const attention = attentionWords(card)
  return known([
    ['Zorg', careWords(card)],
    ['Let op', attention.length > 0 && capital(attention.join(', '))],
    ['Handelingen', card.nursingActions.length > 0 && <Actions card={card} />],
    ['Dagdelen', daypartWords(card)],
    ['Hoeveel', amountWords(card)],
    [
      'Start',
      card.startOn ? `${formatDate(card.startOn)} (${startCertaintyText[card.startCertainty]})` : 'zo snel mogelijk',
    ],
    ['Ontslag', card.dischargeOn && formatDate(card.dischargeOn)],
    ['Hoe snel', capital(priorityText[card.priority])],
    ['Duur', card.expectedDuration && durationText[card.expectedDuration]],
    ['Indicatie', card.indication && indicationText[card.indication]],
  ])
}

function Actions({ card }: { card: RequestCard }) {
  return (
    <ul>
      {card.nursingActions.map(({ text, frequency }) => (
        <li key={`${text} ${frequency ?? ''}`}>{frequency ? `${text}, ${frequency}` : text}</li>
      ))}
    </ul>
  )
}

function personLines(card: RequestCard, place: string): Line[] {
  return known([
    ['Cliënt', `${capital(genderText[card.gender ?? 'unknown'])}, ${ageBandText[card.ageBand]}`],
    ['Wijk', `${card.pc4} ${place}`],
    ['Is nu', locationText[card.location]],
    ['Aangevraagd door', [capital(sourceText[card.source]), card.requesterName].filter(Boolean).join(', ')],
    ['Via', channelText[card.channel]],
    ['Betaling', card.financing && financingText[card.financing]],
    ['Verzekeraar', card.insurer && (insurers.find(({ code }) => code === card.insurer)?.name ?? card.insurer)],
    ['Overdracht', card.warmHandover && 'Graag bellen voor een warme overdracht'],
  ])
}

function wishLines(card: RequestCard, unwanted: readonly string[] = []): Line[] {
  const wishes = [...wishWords(card), ...unwanted.map((name) => `liever niet van ${name}`)]
  return [{ label: 'Gevraagd', value: wishes.length > 0 ? capital(wishes.join(', ')) : 'Geen bijzondere wensen' }]
}

/** Leaves out what was not filled in. */
function known(lines: [string, ReactNode][]): Line[] {
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

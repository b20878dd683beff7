import { withoutPersonal } from '#kernel/personal-text.ts'
import type { NewRequest, NursingAction } from '../new-request.ts'

/** The words of a request that every nurse of the team reads, and whether something was kept back. */
export type CardText = { question: string; faith?: string; nursingActions: NursingAction[]; withheld: boolean }

/**
 * Takes from everything that was typed freely what can say who someone is. The full question stands with the identity,
 * for after taking; the card says that something was kept back.
 */
export function cardTextOf({ card, identity }: Pick<NewRequest, 'card' | 'identity'>): CardText {
  const names = [
    identity.givenName,
    identity.familyName,
    identity.requester.name,
    ...identity.contacts.map((contact) => contact.name),
  ].filter((name) => name !== undefined)
  let withheld = false
  const clean = (text: string): string => {
    const { text: kept, found } = withoutPersonal(text, { names })
    withheld ||= found.length > 0
    return kept
  }
  const question = clean(identity.question)
  const faith = card.faith === undefined ? undefined : clean(card.faith)
  const nursingActions = card.nursingActions.map((action) => ({
    ...action,
    text: clean(action.text),
    ...(action.frequency === undefined ? {} : { frequency: clean(action.frequency) }),
  }))
  return { question, faith, nursingActions, withheld }
}

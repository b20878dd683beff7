import { withoutPersonal } from '#kernel/personal-text.ts'

type Action = { code?: string; text: string; frequency?: string }

/** All that was typed freely and goes on the card, and the names that are known to belong to the request. */
export type FreeText = {
  question: string
  faith?: string
  nursingActions: readonly Action[]
  names: readonly (string | undefined)[]
}

/** The words of a request that every nurse of the team reads, and whether something was kept back. */
export type CardText = { question: string; faith?: string; nursingActions: Action[]; withheld: boolean }

/**
 * Takes from everything that was typed freely what can say who someone is. The full question stands with the identity,
 * for after taking; the card says that something was kept back.
 */
export function cardTextOf({ question, faith, nursingActions, names: all }: FreeText): CardText {
  const names = all.filter((name) => name !== undefined)
  let withheld = false
  const clean = (text: string): string => {
    const { text: kept, found } = withoutPersonal(text, { names })
    withheld ||= found.length > 0
    return kept
  }
  const cleaned = {
    question: clean(question),
    ...(faith === undefined ? {} : { faith: clean(faith) }),
    nursingActions: nursingActions.map((action) => ({
      ...action,
      text: clean(action.text),
      ...(action.frequency === undefined ? {} : { frequency: clean(action.frequency) }),
    })),
  }
  return { ...cleaned, withheld }
}

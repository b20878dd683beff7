import type { ReactNode } from 'react'
import { Heading, Notice, Text } from '#design/index.ts'
import { isCareKind } from '#kernel/care-kinds.ts'
import type { Language } from '#kernel/languages.ts'
import { wordsOf } from '../languages/index.ts'
import type { CareFound } from '../rules/care-words.ts'

type CareExplainedProps = {
  language: Language
  care: CareFound
  /** What was typed. */
  typed: string
  children?: ReactNode
}

/** What the words of the visitor stand for in the words of care, explained; what we do not know is said. */
export function CareExplained({ language, care, typed, children }: CareExplainedProps) {
  const words = wordsOf(language)
  const explained = [
    ...care.kinds.map((kind) => ({ key: kind, ...words.care[kind] })),
    ...care.otherHelp.map((kind) => ({ key: kind, ...words.otherHelp[kind] })),
  ]
  if (explained.length === 0) {
    return (
      <Notice kind="info" title={words.find.careUnknown(typed)}>
        <Text>{words.find.careUnknownHelp}</Text>
      </Notice>
    )
  }
  return (
    <Notice kind="info" title={words.find.careMeans(isCareKind(typed) ? words.care[typed].name : typed)}>
      {explained.map(({ key, name, explanation }) => (
        <div key={key}>
          <Heading level={3} size={4}>
            {name}
          </Heading>
          <Text>{explanation}</Text>
        </div>
      ))}
      {children}
    </Notice>
  )
}

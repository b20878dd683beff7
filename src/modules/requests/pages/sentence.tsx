import { createElement, Fragment, type ReactNode } from 'react'

/** What a sentence of a language file calls by name. */
export type SentenceParts = Readonly<Record<string, ReactNode | ((words: string) => ReactNode)>>

/**
 * A sentence with a link or a name somewhere in it: `[words](name)` hands its words to a part, `{name}` is the part itself. Where in the
 * sentence they stand differs per language.
 */
export function Sentence({ text, parts }: { text: string; parts: SentenceParts }) {
  const pieces = text.split(/(\[[^\]]*\]\(\w+\)|\{\w+\})/)
  return createElement(Fragment, null, ...pieces.map((piece) => partOf(piece, parts)))
}

function partOf(piece: string, parts: SentenceParts): ReactNode {
  const [, words, called, name = called] = /^(?:\[([^\]]*)\]\((\w+)\)|\{(\w+)\})$/.exec(piece) ?? []
  if (name === undefined) return piece
  const part = parts[name]
  return typeof part === 'function' ? part(words ?? '') : part
}

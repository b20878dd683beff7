import { useContext } from 'react'
import { FrameWordsContext } from './frame-words.ts'

export const contentId = 'inhoud'

export function SkipLink({ href = `#${contentId}` }: { href?: string }) {
  return (
    <a className="skip-link" href={href}>
      {useContext(FrameWordsContext).skip}
    </a>
  )
}

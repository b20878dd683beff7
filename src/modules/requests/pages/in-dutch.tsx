import type { ReactNode } from 'react'
import { useLanguage } from '../languages/index.ts'

/** Written in Dutch by whoever filled it in: a screen reader on another page is told so. */
export function InDutch({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  return language === 'nl' ? children : <span lang="nl">{children}</span>
}

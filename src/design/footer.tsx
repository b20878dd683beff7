import { type ReactNode, useContext } from 'react'
import { FrameWordsContext } from './frame-words.ts'
import { Mark } from './mark.tsx'
import type { Region } from './page-frame.ts'

export type FooterProps = {
  region: Region
  links?: ReadonlyArray<{ href: string; label: string }>
  note?: ReactNode
  label?: string
}

export function Footer({ region, links = [], note, label }: FooterProps) {
  const words = useContext(FrameWordsContext)
  return (
    <footer className="footer">
      <div className="footer__inner">
        <p className="footer__name">
          <Mark />
          {region.name}
        </p>
        {note && <div className="footer__note">{note}</div>}
        {links.length > 0 && (
          <nav aria-label={label ?? words.footer}>
            <ul className="footer__links">
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  )
}

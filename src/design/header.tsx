import { useContext } from 'react'
import { FrameWordsContext } from './frame-words.ts'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import type { Account, NavigationItem, Region } from './page-frame.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type HeaderProps = {
  region: Region
  navigation?: readonly NavigationItem[]
  account?: Account
  /** Names the navigation, where a page shows more than one. */
  navigationLabel?: string
}

/** The face of the region: its name on its colour, the way through the product, and who is signed in. */
export function Header({ region, navigation = [], account, navigationLabel }: HeaderProps) {
  const words = useContext(FrameWordsContext)
  return (
    <header className="header">
      <Arches />
      <div className="header__inner">
        <a className="header__name" href={region.href ?? '/'}>
          <Mark />
          <span className="header__words">
            <span className="header__region">{region.name}</span>
            {region.tagline && <span className="header__tagline">{region.tagline}</span>}
          </span>
        </a>
        {account && <SignedIn {...account} />}
        {navigation.length > 0 && (
          <nav className="header__navigation" aria-label={navigationLabel ?? words.menu}>
            <ul>
              {navigation.map((item) => (
                <li key={item.href}>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                    {item.count !== undefined && <span className="count">{item.count}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}

function SignedIn({ name, organization, role, signOutHref, href }: Account) {
  return (
    <div className="header__account">
      <Icon name="user" />
      <div className="header__person">
        {href === undefined ? (
          <span className="header__person-name">{name}</span>
        ) : (
          <a className="header__person-name" href={href}>
            {name}
            <VisuallyHidden> (mijn account)</VisuallyHidden>
          </a>
        )}
        <span className="header__person-role">
          {role}, {organization}
        </span>
      </div>
      <a className="header__sign-out" href={signOutHref}>
        Uitloggen
      </a>
    </div>
  )
}

/** The gate again, large and faint: the region's own colour with something of a place in it. */
function Arches() {
  return (
    <svg className="header__arches" viewBox="0 0 320 160" aria-hidden="true" focusable="false">
      <path d="M0 160V150a80 80 0 0 1 160 0v10M28 160v-10a52 52 0 0 1 104 0v10M56 160v-10a24 24 0 0 1 48 0v10" />
      <path d="M160 160V110a80 80 0 0 1 160 0v50M188 160v-50a52 52 0 0 1 104 0v50M216 160v-50a24 24 0 0 1 48 0v50" />
    </svg>
  )
}

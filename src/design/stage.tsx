import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import type { StatusKind } from './status-tag.tsx'

export type StageProps = {
  /** Who, since when, how far. */
  bar: ReactNode
  left: ReactNode
  middle: ReactNode
  right: ReactNode
  foot?: ReactNode
}

/** The panes that change while a group looks along. */
export const stageIds = { middle: 'stage-middle', right: 'stage-right' } as const

/**
 * One screen that a group looks at together: what there is on the left, what it is about in the middle, what can be done on the
 * right. On a wall it grows until it can be read from across the room; on a phone the three stand under one another.
 */
export function Stage({ bar, left, middle, right, foot, ...rest }: StageProps) {
  return (
    <div className="stage" {...dataAttributes(rest)}>
      <div className="stage__bar">{bar}</div>
      <div className="stage__panes">
        <div className="stage__middle" id={stageIds.middle}>
          {middle}
        </div>
        <div className="stage__right" id={stageIds.right}>
          {right}
        </div>
        <div className="stage__left">{left}</div>
      </div>
      {foot}
    </div>
  )
}

/** What it is about, with the way to what comes before and after it. */
export function StageHead({ steps, children }: { steps: ReactNode; children: ReactNode }) {
  return (
    <div className="stage-head">
      <div className="stage-head__words">{children}</div>
      <div className="actions">{steps}</div>
    </div>
  )
}

/** What decides: stays in sight however long the list above it is. */
export function StageActions({ children }: { children: ReactNode }) {
  return <div className="stage__actions actions">{children}</div>
}

/** What stands in the bar, from left to right; what can be pressed comes last. */
export function StageBar({ title, facts, actions, more }: Record<'title' | 'facts' | 'actions' | 'more', ReactNode>) {
  return (
    <div className="stage-bar">
      <div className="stage-bar__title">{title}</div>
      <div className="stage-bar__facts">{facts}</div>
      <div className="stage-bar__actions actions">{actions}</div>
      <div className="stage-bar__more">{more}</div>
    </div>
  )
}

export type QueueItem = {
  key: string
  title: string
  /** Why it stands here, or when. */
  sub: string
  icon?: IconName
  kind?: Extract<StatusKind, 'urgent' | 'attention' | 'good'>
  current?: boolean
  /** Goes there by itself, or presses for everyone who looks along. */
  to: { href: string } | { form: string; formAction: string }
}

export type QueueGroup = { key: string; label: string; items: readonly QueueItem[] }

/** Things to go through, in groups that each say why. */
export function Queue({ label, groups, id }: { label: string; groups: readonly QueueGroup[]; id?: string }) {
  return (
    <nav className="queue" aria-label={label} id={id}>
      {groups.map((group) => (
        <section className="queue__group" key={group.key} aria-label={group.label}>
          <h2 className="queue__label">
            {group.label} <span className="count">{group.items.length}</span>
          </h2>
          <ol className="queue__items">
            {group.items.map((item) => (
              <li key={item.key}>
                <QueueRow item={item} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </nav>
  )
}

function QueueRow({ item }: { item: QueueItem }) {
  const looks = classes('queue__item', item.kind && `queue__item--${item.kind}`)
  const face = (
    <>
      <span className="queue__title">
        {item.icon && <Icon name={item.icon} />}
        <span className="queue__words">{item.title}</span>
      </span>
      <span className="queue__sub">{item.sub}</span>
    </>
  )
  const current = item.current ? 'true' : undefined
  if ('href' in item.to)
    return (
      <a className={looks} href={item.to.href} aria-current={current}>
        {face}
      </a>
    )
  return (
    <button className={looks} type="submit" aria-current={current} {...item.to}>
      {face}
    </button>
  )
}

export type FactsProps = {
  items: ReadonlyArray<{ label: string; value: ReactNode; large?: boolean; wide?: boolean }>
}

/** What is known, side by side, to be read at a glance; `large` and `wide` take a line of their own. */
export function Facts({ items }: FactsProps) {
  return (
    <dl className="facts">
      {items.map(({ label, value, large, wide }) => (
        <div className={classes('facts__fact', large && 'facts__fact--large', wide && 'facts__fact--wide')} key={label}>
          <dt className={large ? 'visually-hidden' : undefined}>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type PickOneProps = {
  name: string
  value: string
  /** The key that chooses it. */
  number?: number
  title: ReactNode
  aside?: ReactNode
  checked?: boolean
  /** To be seen and not to be chosen; the page says why. */
  disabled?: boolean
  /** Signs in a row, above the words. */
  marks?: ReactNode
  children?: ReactNode
}

/** One of a few, each of which tells more than a label could; a number chooses it by the keyboard. */
export function PickOne(props: PickOneProps) {
  const { name, value, number, title, aside, checked, disabled, marks, children } = props
  return (
    <label className="pick-one">
      <input
        className="choice__input"
        type="radio"
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        {...dataAttributes(props)}
      />
      {number !== undefined && (
        <span className="pick-one__number" aria-hidden="true">
          {number}
        </span>
      )}
      <span className="pick-one__words">
        <span className="pick-one__top">
          <span className="pick-one__title">{title}</span>
          {aside}
        </span>
        {marks && <span className="pick-one__marks">{marks}</span>}
        {children !== undefined && <span className="pick-one__more">{children}</span>}
      </span>
    </label>
  )
}

/** Something that was just settled, large enough for everyone who looks along. */
export function Outcome({ title, id, children }: { title: ReactNode; id?: string; children?: ReactNode }) {
  return (
    <section className="outcome" id={id} role="status">
      <Icon name="circle-check" />
      <div className="outcome__words">
        <Heading level={2}>{title}</Heading>
        {children}
      </div>
    </section>
  )
}

/**
 * Which key does what, for who likes the keyboard; the words say the same on the buttons. Who speaks to the computer, or types by
 * accident, switches them off (WCAG 2.1.4): the button is there with script only, as the keys are.
 */
export function Keys({ items, ...rest }: { items: ReadonlyArray<{ keys: string; does: string }> }) {
  return (
    <ul className="keys">
      {items.map(({ keys, does }) => (
        <li key={keys}>
          <kbd>{keys}</kbd> {does}
        </li>
      ))}
      <li>
        <button type="button" className="keys__switch" hidden {...dataAttributes(rest)}>
          Toetsen uit
        </button>
      </li>
    </ul>
  )
}

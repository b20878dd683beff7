export type TabsProps = {
  label: string
  items: ReadonlyArray<{
    href: string
    label: string
    /** A number, or words such as '250+'. */
    count?: number | string
    /** For a live page, which replaces the count by its id. */
    countId?: string
    current?: boolean
  }>
}

/** Views of one thing, each with its own address: links, so that they work without script and with 'back'. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul className="tabs__list" data-controller="tabs">
        {items.map((item) => (
          <li key={item.href}>
            <a className="tabs__tab" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && (
                <span className="count" id={item.countId}>
                  {item.count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

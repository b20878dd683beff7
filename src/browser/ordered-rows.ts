import { Controller } from '@hotwired/stimulus'

/**
 * Rows that come in by themselves go where they belong, by the text in their `data-order`; the words for an empty list show
 * exactly when it is empty (target `empty`).
 */
export class OrderedRowsController extends Controller<HTMLElement> {
  static override targets = ['empty']
  declare readonly emptyTargets: HTMLElement[]
  #watching: MutationObserver | undefined

  override connect(): void {
    const rows = this.element.querySelector('tbody')
    if (!rows) return
    this.#watching = new MutationObserver(() => this.#order(rows))
    this.#watching.observe(rows, { childList: true })
    this.#order(rows)
  }

  override disconnect(): void {
    this.#watching?.disconnect()
  }

  #order(rows: HTMLElement): void {
    for (const empty of this.emptyTargets) empty.hidden = rows.children.length > 0
    const wanted = [...rows.children].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
    // Only what stands wrong is moved: moving a row takes the focus away from a button in it.
    wanted.forEach((row, place) => {
      if (rows.children[place] !== row) rows.insertBefore(row, rows.children[place] ?? null)
    })
  }
}

const orderOf = (row: Element) => row.getAttribute('data-order') ?? ''

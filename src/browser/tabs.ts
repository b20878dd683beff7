import { Controller } from '@hotwired/stimulus'

/** Where tabs slide in one row, on a phone, it begins at the one that is open. */
export class TabsController extends Controller<HTMLElement> {
  override connect(): void {
    const current = this.element.querySelector<HTMLElement>('[aria-current]')
    if (!current) return
    const { left, width } = current.getBoundingClientRect()
    this.element.scrollLeft += left - this.element.getBoundingClientRect().left - (this.element.clientWidth - width) / 2
  }
}

const name = 'input[name="_csrf"]'

/** What the server rendered once for many visitors holds nobody's token: its forms get the one of the page they come on. */
export function giveToken({ target }: Event): void {
  const own = document.querySelector<HTMLInputElement>(`${name}:not([value=""])`)
  const template = (target as Element).querySelector('template')
  if (!own || !template) return
  for (const field of template.content.querySelectorAll(`${name}[value=""]`)) field.setAttribute('value', own.value)
}

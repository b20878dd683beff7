/**
 * What axe goes by, of the page this runs in: elements, attributes, and where there is text. Two pages that differ only in who
 * or when they tell of have one shape; a page in another state (a mistake, an empty list, a row more) has another.
 */
export function shapeOf(): string {
  const varies = ['href', 'action', 'value', 'content', 'src', 'datetime', 'data-version', 'title']
  const withoutNumbers = (value: string) => value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/\d+/g, '0')
  const shape = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue?.trim() ? 'text' : ''
    if (!(node instanceof Element)) return ''
    const attributes = Array.from(node.attributes, ({ name, value }) =>
      varies.includes(name) ? `${name}=${value ? 'some' : ''}` : `${name}=${withoutNumbers(value)}`,
    )
    return `<${node.tagName} ${attributes.sort().join(' ')}>${Array.from(node.childNodes, shape).join('')}</>`
  }
  return `${document.title ? 'title' : ''}${shape(document.body)}`
}

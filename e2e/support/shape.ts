/**
 * What axe goes by, of the page this runs in: elements, attributes, and where there is text. Two pages that differ only in who
 * or when they tell of, or in how many rows of one kind they have, are of one shape; a page in another state (a mistake, an empty
 * list, a row of another kind) is of another.
 */
export function shapeOf(): string {
  const varies = /^(href|action|value|content|src|datetime|title|alt|placeholder|aria-label|data-.*)$/
  const rows = ['UL', 'OL', 'TBODY', 'DL', 'SELECT', 'DATALIST']
  const withoutNumbers = (value: string) => value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/\d+/g, '0')
  const shapesIn = (parent: Element): string[] => {
    const shapes = Array.from(parent.childNodes, shape).filter(Boolean)
    if (rows.includes(parent.tagName)) return [...new Set(shapes)].sort()
    return shapes.filter((one, index) => one !== shapes[index - 1])
  }
  const shape = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue?.trim() ? 'text' : ''
    if (!(node instanceof Element)) return ''
    const attributes = Array.from(node.attributes, ({ name, value }) =>
      varies.test(name) ? `${name}=${value.trim() ? 'some' : ''}` : `${name}=${withoutNumbers(value)}`,
    )
    return `<${node.tagName} ${attributes.sort().join(' ')}>${shapesIn(node).join('')}</>`
  }
  return `${document.title ? 'title' : ''}${shape(document.body)}`
}

import { createHash } from 'node:crypto'
import { readColour, themeOf, type WidgetColours } from '../../rules/widget-theme.ts'

/**
 * The style sheet of the widget in two colours. Its name holds them and a hash of what is in it, so that a browser may keep it for a year: a
 * style attribute or a style element is what our policy forbids.
 */
export type WidgetStyle = { name: string; css: string }

export function widgetStyle(colours: WidgetColours): WidgetStyle {
  const { ground, text, accent, button, onButton, edge, scheme } = themeOf(colours)
  const css = `:root{color-scheme:${scheme}}*{box-sizing:border-box;margin:0}html{background:${ground}}
body{padding:1rem;color:${text};background:${ground};font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Verdana,sans-serif;overflow-wrap:break-word}
section>*+*,.team>*+*{margin-block-start:.625rem}
h1{font-size:1.3125rem;line-height:1.25;color:${accent}}h2{font-size:1.125rem;line-height:1.3}h3{font-size:1.0625rem}
a{color:${accent};text-underline-offset:.2em}label{display:block;font-weight:700}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}.field{flex:1 1 11rem}
input{inline-size:100%;min-block-size:2.75rem;padding:.35em .6em;font:inherit;color:${text};background:${ground};border:2px solid ${edge};border-radius:.5rem}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-block-size:2.75rem;padding:.35em 1.1em;font:inherit;font-weight:700;color:${onButton};background:${button};border:2px solid ${onButton};border-radius:.5rem;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid ${text};outline-offset:2px}
.team{padding-block:.625rem;border-block-start:1px solid ${edge}}.phone{font-size:1.1875rem;font-weight:700}
.actions{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}ul{padding:0;list-style:none}li{display:inline}li+li::before{content:" · "}
.small{font-size:.9375rem}.visually-hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(forced-colors:active){button,.button{border-color:ButtonText}}
`
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12)
  return { name: `${colours.colour.slice(1)}-${colours.ground.slice(1)}-${hash}.css`, css }
}

/** The style sheet with this name; `isCurrent` when its hash is that of what is in it now. Nothing when it is no such name. */
export function widgetStyleNamed(name: string): (WidgetStyle & { isCurrent: boolean }) | undefined {
  const [, first = '', second = ''] = /^([0-9a-f]{6})-([0-9a-f]{6})-[0-9a-f]{12}\.css$/.exec(name) ?? []
  const [colour, ground] = [readColour(first), readColour(second)]
  if (!colour || !ground) return undefined
  const style = widgetStyle({ colour, ground })
  return { ...style, isCurrent: style.name === name }
}

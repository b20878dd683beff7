import type { Language } from '#kernel/languages.ts'
import { readColour, usualColours, type WidgetColours } from '../../rules/widget-theme.ts'

/** How a site wants the widget; what cannot be read counts as not asked. */
export type WidgetSettings = {
  language: Language
  colours: WidgetColours
  /** Tells the page around it how high it is. */
  grows: boolean
  /** What was asked and understood, to ask again with the next search. */
  asked: Readonly<Record<string, string>>
}

export function readSettings(query: unknown, language: Language): WidgetSettings {
  const { kleur, achtergrond, hoogte } = query as Record<string, unknown>
  const [colour, ground] = [readColour(kleur), readColour(achtergrond)]
  const grows = hoogte === 'groeit'
  return {
    language,
    colours: { colour: colour ?? usualColours.colour, ground: ground ?? usualColours.ground },
    grows,
    asked: {
      ...(colour && { kleur: colour.slice(1) }),
      ...(ground && { achtergrond: ground.slice(1) }),
      ...(grows && { hoogte: 'groeit' }),
    },
  }
}

/** The same widget with this place asked, or none. */
export function widgetQuestion({ asked }: Pick<WidgetSettings, 'asked'>, place?: string): string {
  const question = new URLSearchParams({ ...asked, ...(place !== undefined && { plaats: place }) }).toString()
  return question === '' ? '' : `?${question}`
}

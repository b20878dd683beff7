/** The form as it stands on the screen, in Dutch, so that who reads another language recognises where they are. */
export const formQuestions = {
  forWhom: 'Voor wie vraagt u zorg aan?',
  who: 'Wie bent u?',
  where: 'Waar is de zorg nodig?',
  contact: 'Hoe bereiken wij u?',
  urgent: 'Is er nu spoed?',
  care: 'Waar hebt u hulp bij nodig?',
  story: 'Vertel in uw eigen woorden wat er nodig is',
  when: 'Wanneer is de zorg nodig?',
  wishes: 'Wat vindt u belangrijk?',
  details: 'Zorgverzekering en huisarts',
  check: 'Klopt alles?',
} as const

export type Question = keyof typeof formQuestions

export const formButtons = ['Begin met aanvragen', 'Volgende', 'Vorige', 'Verstuur de aanvraag'] as const

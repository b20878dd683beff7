import type { ExceptionRefusal, PatternRefusal } from './rules/pattern.ts'
import type { CellRefusal } from './rules/setting.ts'
import type { UndoRefusal } from './setting.ts'
import type { WebhookRefusal } from './webhooks.ts'

export const cellRefusalText: Record<CellRefusal, string> = {
  'foreign-team': 'Dit team is niet van uw organisatie',
  past: 'Dit dagdeel is voorbij',
  'too-far': 'Kies een dag in de komende 60 dagen',
  twice: 'Dit dagdeel staat er twee keer in',
  'no-reason': 'Kies waarom er geen plek is',
  'unknown-reason': 'Kies een reden uit de lijst',
  'reason-wants-text': 'Vul bij deze reden een toelichting in',
  'text-too-long': 'Maak de toelichting korter dan 200 tekens',
  'until-past': 'Kies een moment dat nog komt',
  'numbers-do-not-fit': 'Vul hele getallen in: hooguit 100 uur en 99 cliënten',
}

export const undoRefusalText: Record<UndoRefusal, string> = {
  'too-late': 'Dit kan niet meer: het is langer dan tien minuten geleden bewaard. Pas het stoplicht opnieuw aan.',
  'changed-meanwhile': 'Dit kan niet meer: een collega heeft intussen iets gewijzigd.',
  'not-undoable': 'Dit is al teruggezet.',
}

export const patternRefusalText: Record<PatternRefusal, string> = {
  'no-reason': cellRefusalText['no-reason'],
  'unknown-reason': cellRefusalText['unknown-reason'],
  'reason-wants-text': cellRefusalText['reason-wants-text'],
  'text-too-long': cellRefusalText['text-too-long'],
}

export const exceptionRefusalText: Record<ExceptionRefusal, string> = {
  ...patternRefusalText,
  'ends-before-it-begins': 'Kies een laatste dag die na de eerste komt',
  over: 'Kies dagen die nog komen',
  'too-long': 'Kies ten hoogste een jaar',
}

export const webhookRefusalText: Record<WebhookRefusal, string> = {
  'not-a-url': 'Vul een volledig adres in, zoals https://voorbeeld.nl/stoplicht',
  'not-https': 'Kies een adres dat met https:// begint: dan kan niemand meelezen',
  'other-port': 'Kies een adres zonder poortnummer',
  'with-password': 'Zet geen naam of wachtwoord in het adres',
  'not-public': 'Dit adres ligt niet op het open internet; wij roepen het niet aan',
  'too-many': 'Uw organisatie heeft al vijf adressen. Haal er eerst een weg.',
}

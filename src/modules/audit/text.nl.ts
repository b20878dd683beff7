/** What happened, in Dutch, for every event that a module writes; held against the code by a test. */
export const eventText: Record<string, string> = {
  'account.set-credentials': 'wachtwoord of inlogcode ingesteld',
  'attachment.add': 'bijlage toegevoegd',
  'attachment.read': 'bijlage geopend',
  'audit.export': 'inzage-log geëxporteerd',
  'audit.read': 'inzage-log bekeken',
  'callback.ask': 'terugbelverzoek gedaan',
  'callback.called': 'teruggebeld',
  'callback.list': 'terugbelverzoeken bekeken',
  'coordinating-team.update': 'coördinerend team gewijzigd',
  'identity.bsn.read': 'BSN getoond',
  'identity.read': 'identiteit bekeken',
  'organization.add': 'organisatie toegevoegd',
  'organization.update': 'organisatie gewijzigd',
  'person.add': 'medewerker toegevoegd',
  'person.end-access': 'toegang gestopt',
  'person.invite': 'medewerker opnieuw uitgenodigd',
  'person.reopen': 'toegang hervat',
  'person.update': 'medewerker gewijzigd',
  'referral.list': 'eigen verwijzingen bekeken',
  'referral.read': 'verwijzing bekeken',
  'referral.search': 'in eigen verwijzingen gezocht',
  'region.update': 'werkwijze van de regio gewijzigd',
  'region.update-reason': 'redenenlijst gewijzigd',
  'request.card.read': 'kaart bekeken',
  'request.change-date': 'datum gewijzigd',
  'request.close': 'zorgvraag afgesloten',
  'request.correct': 'gegevens verbeterd',
  'request.escalate': 'zorgvraag opgeschaald',
  'request.follow': 'eigen zorgvraag bekeken',
  'request.list': 'lijst van zorgvragen bekeken',
  'request.list-escalated': 'opgeschaalde zorgvragen bekeken',
  'request.renew-link': 'nieuwe link gevraagd',
  'request.return': 'zorgvraag teruggegeven',
  'request.route': 'zorgvraag verdeeld',
  'request.search': 'in zorgvragen gezocht',
  'request.send': 'zorgvraag verstuurd',
  'request.start': 'start van zorg bevestigd',
  'request.supplement': 'zorgvraag aangevuld',
  'request.take': 'zorgvraag opgepakt',
  'request.verify': 'geboortedatum gecontroleerd',
  'request.withdraw': 'zorgvraag ingetrokken',
  'session.end': 'uitgelogd',
  'session.start': 'ingelogd',
  'team.add': 'team toegevoegd',
  'team.update': 'team gewijzigd',
}

export const actionText: Record<string, string> = {
  C: 'toegevoegd',
  R: 'gelezen',
  U: 'gewijzigd',
  D: 'verwijderd',
  E: 'uitgevoerd',
}

export const outcomeText: Record<string, string> = {
  success: 'gelukt',
  refused: 'geweigerd',
  failed: 'mislukt',
}

export const actorKindText: Record<string, string> = {
  public: 'iemand zonder account',
  link: 'aanvrager met een link',
  user: 'medewerker',
  system: 'Wijkpoort zelf',
}

export const legalBasisText: Record<string, string> = {
  treatment: 'behandelrelatie',
  referral: 'verwijzing',
  coordination: 'verdelen van zorgvragen',
  'own-data': 'eigen gegevens',
  oversight: 'toezicht',
  administration: 'beheer',
}

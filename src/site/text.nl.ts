/** What a role is called on the screen. */
export const roleText: Record<string, string> = {
  referrer: 'verwijzer',
  nurse: 'wijkverpleegkundige',
  'organization-administrator': 'beheerder van de organisatie',
  'region-manager': 'regiomanager',
  'privacy-officer': 'privacyfunctionaris',
}

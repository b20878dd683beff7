import { expect, type Page } from '@playwright/test'

/** People of the practice region whom the journeys borrow. */
export const people = {
  centrumNurse: 'Marit Hofstede',
  centrumColleague: 'Samira El Haddaoui',
  /** Of the same organisation as the centrum nurse. */
  teamColleague: 'Lotte Verweij',
  transferNurse: 'Tess van Ommeren',
  practiceNurse: 'Ilse Terwindt',
  deskNurse: 'Gerrie Oosterhof',
  deskColleague: 'Priya Ramdin',
  specialist: 'Hubert van Lierop',
  organizationAdministrator: 'Fleur Nieuwkamp',
  hospitalAdministrator: 'Kwame Boateng',
  regionManager: 'Annemiek Rozendal',
  privacyOfficer: 'Olav Kettenis',
} as const

/** The practice region signs in by choosing who to be. */
export async function become(page: Page, name: string): Promise<void> {
  await page.goto('/oefenen')
  await page.getByRole('button', { name: new RegExp(`^Word deze persoon .*${name}`) }).click()
  await expect(page.getByRole('banner')).toContainText(name)
}

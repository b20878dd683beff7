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

/**
 * The practice region signs in by choosing who to be.
 *
 * @param door of the region, when that is another than the one of the journey
 */
export async function become(page: Page, name: string, door = ''): Promise<void> {
  await page.goto(`${door}/oefenen`)
  await page.getByRole('button', { name: new RegExp(`^Word deze persoon .*${name}`) }).click()
  await expect(page.getByRole('banner')).toContainText(name)
}

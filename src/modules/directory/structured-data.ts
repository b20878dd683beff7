import type { Language } from '#kernel/languages.ts'
import type { ListedOrganization, NeighbourhoodTeam } from './finding.ts'
import { wordsOf } from './languages/index.ts'
import { pc4sOf, spotName } from './naming.ts'
import { paths } from './pages/paths.ts'
import type { Spot } from './rules/places.ts'

/** A thing in the words of schema.org, for search engines and assistants. */
export type StructuredData = { '@context': 'https://schema.org'; '@type': string } & Record<string, unknown>

/**
 * JSON that can stand in an HTML script element: whatever an organisation wrote about itself, `</script>` and `<!--` cannot be made
 * of it.
 */
export function toJsonText(data: StructuredData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export function organizationData(organization: ListedOrganization, language: Language, origin: string): StructuredData {
  const { care } = wordsOf(language)
  const { phone, email, website, qualityUrl } = organization
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalOrganization',
    '@id': `${origin}${paths.organization(organization.slug)}#organisatie`,
    name: organization.name,
    url: origin + paths.organization(organization.slug, language),
    ...(organization.description && { description: organization.description }),
    ...(phone && { telephone: phone }),
    ...(email && { email }),
    ...(website && { sameAs: [website] }),
    ...(qualityUrl && { subjectOf: { '@type': 'WebPage', url: qualityUrl } }),
    areaServed: pc4sOf(organization).map((pc4) => ({
      '@type': 'DefinedRegion',
      addressCountry: 'NL',
      postalCode: pc4,
    })),
    knowsLanguage: organization.languages,
    availableService: organization.careKinds.map((kind) => ({
      '@type': 'MedicalTherapy',
      name: care[kind as keyof typeof care]?.name ?? kind,
    })),
  }
}

/** The teams of a neighbourhood, each as something one can call. */
export function neighbourhoodData(
  spot: Spot,
  teams: readonly NeighbourhoodTeam[],
  language: Language,
  origin: string,
): StructuredData {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: wordsOf(language).neighbourhood.title(spotName(spot)),
    url: origin + paths.neighbourhood(spot.slug, language),
    inLanguage: language,
    itemListElement: teams.map((team, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      item: {
        '@type': 'MedicalOrganization',
        name: team.name,
        description: team.description,
        telephone: team.phone,
        areaServed: {
          '@type': 'City',
          name: spot.name,
          containedInPlace: { '@type': 'AdministrativeArea', name: spot.municipality },
        },
        contactPoint: {
          '@type': 'ContactPoint',
          telephone: team.phone,
          contactType: 'customer service',
          availableLanguage: 'nl',
        },
      },
    })),
  }
}

export function breadcrumbs(steps: readonly { name: string; address: string }[], origin: string): StructuredData {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, address }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item: origin + address,
    })),
  }
}

import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { RegionColour } from './page-frame.ts'

const names: Record<RegionColour, string> = {
  green: 'Zorg in de Rijnstreek',
  blue: 'Thuiszorg Waterland',
  purple: 'Samen Thuis Heuvelrug',
  terracotta: 'Wijkzorg Maasduinen en Peelgemeenten',
}

/** Header and footer in one region's colour; one public, the others with someone signed in. */
export function FrameSamples({ colour }: { colour: RegionColour }) {
  const region = { name: names[colour], tagline: 'Eén deur voor zorg thuis' }
  const isPublic = colour === 'green'
  return (
    <section
      className="sample__frame"
      data-region-colour={colour}
      data-density={isPublic ? 'public' : 'professional'}
      aria-label={names[colour]}
    >
      <Header
        region={region}
        navigationLabel={`Menu van ${names[colour]}`}
        navigation={
          isPublic
            ? [
                { href: '#hulp', label: 'Hulp vragen' },
                { href: '#buurt', label: 'Wie werkt er in uw buurt?', current: true },
              ]
            : [
                { href: '#vandaag', label: 'Vandaag', current: true },
                { href: '#werklijst', label: 'Werklijst', count: 12 },
                { href: '#ruimte', label: 'Ruimte' },
                { href: '#berichten', label: 'Berichten', count: 3 },
                { href: '#cijfers', label: 'Cijfers' },
              ]
        }
        account={
          isPublic
            ? undefined
            : {
                name: 'Fatma Yıldız-van den Heuvel',
                role: 'wijkverpleegkundige',
                organization: 'Thuiszorg De Linde',
                signOutHref: '#uit',
              }
        }
      />
      <Footer
        region={region}
        label={`Over ${names[colour]}`}
        note="Direct gevaar? Bel 112."
        links={[
          { href: '#privacy', label: 'Privacy' },
          { href: '#toegankelijk', label: 'Toegankelijkheid' },
        ]}
      />
    </section>
  )
}

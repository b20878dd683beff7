import { slugOf } from '../slug.ts'
import { coordinatingTeams } from './coordinating-teams.ts'
import type { Newcomer } from './founding.ts'
import { providers } from './providers.ts'
import { referrers } from './referrers.ts'

/** Names for those who work here and have no account: nurses in every team, referrers, contact people. All invented. */
const colleagueNames: readonly string[] = `
Aafke Brandsema, Adil Benhaddou, Agnes Klaverdijk, Aylin Karataş, Bas Ruigrok, Bettina Wolters, Carlijn Oudshoorn,
Charlène Maduro, Coen Lammertink, Daan Haverkort, Deniz Aksoy, Dewi Sahetapy, Dorien Kloosterboer, Eefje Nijland,
Elif Bozkurt, Esmée Tichelaar, Fadime Yalçın, Farid Noorzai, Floor Wassink, Geke Roelfzema, Gijs Ottenhof,
Hadewych Ploeger, Hamid Rahimi, Heleen Boskamp, Imke Zandstra, Ingrid Veldhorst, Iwona Mazurek, Jaimy Vossebeld,
Jorinde Spaargaren, Joris Hemelrijk, Karima Azzouzi, Kim Nguyễn, Koen Wensink, Laura Goossensen, Leontien Bultena,
Lieke Groothedde, Lydia Frimpong, Maartje Olthof, Malika Tahiri, Margot Zwiers, Mehmet Arslan, Mirte Hulsbosch,
Nadia Bouchtaoui, Nynke Sijtsema, Oksana Melnyk, Paulien Tersteeg, Quirine Landsaat, Rachid Ouali, Renske Dommerholt,
Rowan Winkelhorst, Sanne Kreulen, Selam Tesfay, Sietske Weerdenburg, Sjoerd Aalpol, Soraya Lachmon, Thirza Blankestijn,
Tjalling Harkema, Ulrike Baumgart, Willeke Noordhuis, Yara Haddad, Yvette Scherpenisse, Zoë Manuhutu`
  .split(',')
  .map((name) => name.trim())

/** A nurse for every team of every provider, and a doctor for every practice. */
export function colleagues(): Newcomer[] {
  const names = [...colleagueNames]
  const next = () => {
    const name = names.shift()
    if (!name) throw new RangeError('More colleagues than names')
    return { name, slug: slugOf(name), hint: null }
  }
  const nurses = providers.flatMap((provider) =>
    provider.teams.map((team, place) => ({
      ...next(),
      organization: provider.slug,
      role: 'nurse' as const,
      jobTitle: 'Wijkverpleegkundige',
      coordinatingTeams: [
        ...team.areas,
        ...(place === 0
          ? coordinatingTeams
              .filter(({ expertise }) => expertise && provider.expertises.includes(expertise))
              .map(({ slug }) => slug)
          : []),
      ],
    })),
  )
  const doctors = referrers
    .filter(({ kind, slug }) => kind === 'gp-practice' && slug !== 'klaverblad')
    .map(({ slug }) => ({
      ...next(),
      organization: slug,
      role: 'referrer' as const,
      jobTitle: 'Huisarts',
      coordinatingTeams: [],
    }))
  return [...nurses, ...doctors]
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { loadSolver } from '#modules/matching/solver/highs.ts'
import { documentOf } from './document.ts'
import { picturesOf } from './pictures.ts'
import { Study } from './study.ts'

const number = (name: string, usual: number) => Number(process.env[name] ?? usual)
const folder = process.env.OUT ?? 'docs'

const study = new Study(await loadSolver(), {
  size: number('SIZE', 7_000),
  seeds: number('SEEDS', 8),
  fewSeeds: number('LOAD_SEEDS', 4),
})
study.run((done) => console.log(`${done} van ${study.seeds.length}`))
mkdirSync(`${folder}/pictures`, { recursive: true })
for (const [name, picture] of Object.entries(picturesOf(study)))
  writeFileSync(`${folder}/pictures/${name}.svg`, picture)
writeFileSync(`${folder}/replay.md`, documentOf(study))
console.log(`Klaar in ${Math.round(study.seconds)} seconden: ${folder}/replay.md`)

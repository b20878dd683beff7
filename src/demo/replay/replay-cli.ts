import { mkdirSync, writeFileSync } from 'node:fs'
import { isMainThread, parentPort } from 'node:worker_threads'
import { loadSolver } from '#modules/matching/solver/highs.ts'
import { documentOf } from './document.ts'
import { picturesOf } from './pictures.ts'
import { playAll } from './playing.ts'
import { type Job, Player } from './run-replay.ts'
import { Study } from './study.ts'

if (isMainThread) await report()
else await play()

async function report(): Promise<void> {
  const number = (name: string, usual: number) => Number(process.env[name] ?? usual)
  const folder = process.env.OUT ?? 'docs'
  const study = new Study({
    size: number('SIZE', 7_000),
    seeds: number('SEEDS', 8),
    fewSeeds: number('LOAD_SEEDS', 4),
  })
  await study.play((jobs) =>
    playAll(jobs, new URL(import.meta.url), (done) => done % 10 === 0 && console.log(`${done} van ${jobs.length}`)),
  )
  mkdirSync(`${folder}/pictures`, { recursive: true })
  for (const [name, picture] of Object.entries(picturesOf(study)))
    writeFileSync(`${folder}/pictures/${name}.svg`, picture)
  writeFileSync(`${folder}/replay.md`, documentOf(study))
  console.log(`Klaar in ${Math.round(study.seconds)} seconden: ${folder}/replay.md`)
}

/** One of the threads of the above. */
async function play(): Promise<void> {
  const player = new Player(await loadSolver())
  parentPort?.on('message', (job: Job) => parentPort?.postMessage(player.play(job)))
}

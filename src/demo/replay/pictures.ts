import { estimate } from '#modules/matching/rules/replay/compare.ts'
import type { Figures } from '#modules/matching/rules/replay/figures.ts'
import { ways } from '#modules/matching/rules/replay/ways.ts'
import { dotPlot, linePlot } from './plots.ts'
import { curveHours } from './run-replay.ts'
import { asShare, atLoad, loads, type Study } from './study.ts'

/** The pictures of the report, by the names of their files. */
export function picturesOf({ runsOf, valuesOf, variedOf }: Study): Record<string, string> {
  const rowsOf = (key: keyof Figures) => ways.map((way) => ({ name: way.name, value: estimate(valuesOf(way, key)) }))
  return {
    'replay-time': linePlot(
      {
        title: 'Share of requests that has a team, by hours after sending',
        x: { label: 'hours after sending', ticks: [0, 12, 24, 36, 48, 72, 96], write: (value) => `${value} h` },
        y: { label: 'has a team', ticks: [0, 0.25, 0.5, 0.75, 1], write: asShare },
      },
      ways.map((way) => ({
        name: way.name,
        points: curveHours.map((at) => ({
          at,
          ...estimate(runsOf(way).map(({ curve }) => curve[at] ?? Number.NaN)),
        })),
      })),
    ),
    'replay-load': linePlot(
      {
        title: 'Within 24 hours, by how full the teams are',
        x: { label: 'load: minutes in care against minutes that teams have', ticks: loads, write: asShare },
        y: { label: 'within 24 hours', ticks: [0.3, 0.5, 0.7, 0.9, 1], write: asShare },
      },
      ways.map((way) => ({
        name: way.name,
        points: loads.map((load) => ({ at: load, ...estimate(variedOf(way, 'within24', atLoad(load))) })),
      })),
    ),
    'replay-hospital': dotPlot(
      'Nights waited per hundred requests from a hospital',
      { label: 'nights, with the 95 % interval over seeds', ticks: [0, 25, 50, 75, 100, 125, 150] },
      rowsOf('hospitalDays'),
    ),
    'replay-wishes': dotPlot(
      'Preferred organisation, of who asked for one',
      { label: 'share, with the 95 % interval over seeds', ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5], write: asShare },
      rowsOf('preferred'),
    ),
  }
}

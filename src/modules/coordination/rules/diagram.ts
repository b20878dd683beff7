import { type Command, commands, commandTable } from './commands.ts'

/** The table of commands as a state diagram in Mermaid, for the papers. What leaves the state as it is, is left out. */
function drawStates(): string {
  const arrows = new Map<string, Command[]>()
  for (const command of commands) {
    for (const [from, ends] of Object.entries(commandTable[command].moves)) {
      for (const to of ends)
        if (to !== from) arrows.set(`${from} --> ${to}`, [...(arrows.get(`${from} --> ${to}`) ?? []), command])
    }
  }
  const lines = [...arrows].map(([arrow, by]) => `  ${arrow}: ${by.join(', ')}`)
  return ['stateDiagram-v2', '  [*] --> submitted: send', ...lines, '  closed --> [*]'].join('\n')
}

/** Who may do what, from where, as a table. */
function tellCommands(): string {
  const rows = commands.map((command) => {
    const { by, moves, effects } = commandTable[command]
    const of = commandTable[command].of === 'parts' ? ' (in parts)' : ''
    const steps = Object.entries(moves).map(([from, to]) => `${from} → ${to.join(' · ')}`)
    return `| \`${command}\`${of} | ${by.join(', ')} | ${steps.join('; ')} | ${effects.join(', ') || '–'} |`
  })
  return ['| Command | By | From → to | Beside the move |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** The whole paper, `docs/request-life.md`. */
export function requestLifePaper(): string {
  return `# The life of a request

Made from the table of commands in \`src/modules/coordination/rules/commands.ts\`, and held to it by a test. The states in Dutch and FHIR are in the
[glossary](glossary.md). In every open state somebody holds the request until a moment; \`pass-deadline\` is what happens when that moment passes.

\`\`\`mermaid
${drawStates()}
\`\`\`

## Who may do what

_taker_: the organisation that has it · _holder_: the team or desk that must act · _team_, _desk_: on whose list it is, giving care or not · _asked_: an
organisation that was asked · _part-taker_: an organisation that has a part of it · _swap-party_: an organisation that was asked to take a client over ·
_requester_: who asked for the care · _system_: the product itself. Who only looks along does nothing. What is marked _in parts_ is for a request that is
divided over several takers; of such a request the whole is not asked around, taken, given back or started at once.

${tellCommands()}
`
}

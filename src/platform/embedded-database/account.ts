import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The account of the machine that runs the database server; `undefined` means: whoever started us. */
export type Account = { name: string; uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root, and so do we with it: a server that can be talked into writing a file should not be
 * able to write any file. Measured: the server runs under a bare number, but `initdb` wants a name in the passwd file.
 */
export function chooseAccount(clusterFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = readAccounts(readFileSync('/etc/passwd', 'utf8'))
  return (
    ownerOf(clusterFolder, known) ?? known.find(isOurs) ?? known.find(isPostgres) ?? createAccount() ?? nobody(known)
  )
}

/** The accounts in the text of a passwd file, root left out. */
export function readAccounts(passwd: string): Account[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && account.uid > 0 && account.gid > 0)
}

const isOurs = (account: Account) => account.name === 'wijkpoort'
const isPostgres = (account: Account) => account.name === 'postgres'

/** Data made by someone before stays theirs, also when root starts the product this time. */
function ownerOf(folder: string, known: Account[]): Account | undefined {
  const owner = statOf(folder)
  if (!owner || owner.uid === 0) return undefined
  return (
    known.find((account) => account.uid === owner.uid) ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  )
}

function statOf(folder: string) {
  try {
    return statSync(folder)
  } catch {
    return undefined
  }
}

function createAccount(): Account | undefined {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'wijkpoort']],
    ['adduser', ['-S', '-D', '-H', 'wijkpoort']],
  ]
  for (const [command, args] of ways) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status !== 0) continue
    return readAccounts(readFileSync('/etc/passwd', 'utf8')).find(isOurs)
  }
  return undefined
}

function nobody(known: Account[]): Account {
  return known.find((account) => account.name === 'nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 }
}

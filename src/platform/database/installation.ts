import pg from 'pg'

export type Installation = { practice: boolean }

/** What kind of installation this database is, or nothing when it is still empty. */
export async function readInstallation(owner: pg.ClientConfig): Promise<Installation | undefined> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<Installation>('select practice from platform.installation')
    return rows[0]
  } finally {
    await client.end()
  }
}

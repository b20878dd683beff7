import { type RawBuilder, sql } from 'kysely'

/** The names of whom the client of request `r` does not want; row-level security keeps each of them from its own people. */
export function unwantedNames(): RawBuilder<string[]> {
  return sql<string[]>`array(select o.name from requests.unwanted_organization u
    join organizations.organization o on o.id = u.organization_id where u.request_id = r.id order by o.name)`
}

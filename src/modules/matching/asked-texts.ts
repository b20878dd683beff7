import { type Compilable, CompiledQuery } from 'kysely'

/**
 * The rows of a question as one text, which is taken apart at once: of hundreds of teams and thousands of lights that takes a fifth
 * of the time that a driver takes for as many rows.
 */
export function inOneText<Row>(question: Compilable<Row>): Compilable<{ rows: Row[] }> {
  const { sql, parameters } = question.compile()
  return {
    compile: () => CompiledQuery.raw(`select coalesce(json_agg(x), '[]') as rows from (${sql}) x`, [...parameters]),
  }
}

/** An answer as the database wrote it, and a fingerprint that it made itself. */
export type TextRow = { text: string; hash: string }

/**
 * The rows of a question as one text. Whoever divides a list reads hundreds of requests and tens of thousands of lights: the thread
 * that answers pages hands the text on as it came, and the thread that divides takes it apart.
 */
export function asText(question: Compilable<unknown>): Compilable<TextRow> {
  const { sql, parameters } = question.compile()
  return {
    compile: () =>
      CompiledQuery.raw(
        `select t.text, encode(sha256(convert_to(t.text, 'UTF8')), 'hex') as hash
         from (select coalesce(json_agg(x), '[]')::text as text from (${sql}) x) t`,
        [...parameters],
      ),
  }
}

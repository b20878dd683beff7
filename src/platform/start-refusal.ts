/**
 * Why the product does not start, in one sentence for the person who started it (so: Dutch), with the exit code of
 * sysexits.h: 75 = try again later (someone else is using it), 78 = the settings or the data need a person first.
 */
export class StartRefusal extends Error {
  readonly exitCode: 75 | 78

  constructor(sentence: string, exitCode: 75 | 78) {
    super(sentence)
    this.name = 'StartRefusal'
    this.exitCode = exitCode
  }
}

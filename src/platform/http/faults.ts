/** Answered with a page or problem document of its own; anything else that is thrown is a fault of ours (500). */
export class HttpFault extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
    this.name = new.target.name
  }
}

/** Also for what exists but is not for this actor: whether it exists is not told. */
export class NotFound extends HttpFault {
  constructor(what = 'Niet gevonden') {
    super(404, what)
  }
}

export class NotSignedIn extends HttpFault {
  constructor() {
    super(401, 'Log eerst in')
  }
}

export class NotAllowed extends HttpFault {
  constructor() {
    super(403, 'Dit hoort niet bij uw rol')
  }
}

/** The form did not come from our own page, or from one that is too old. */
export class FormIsForeign extends HttpFault {
  constructor() {
    super(403, 'Dit formulier is te oud of komt niet van onze pagina')
  }
}

/** A policy said no inside a command. */
export function permit(allowed: boolean): void {
  if (!allowed) throw new NotAllowed()
}

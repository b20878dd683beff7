/** Addresses of signing in and out, of one's own account, and of the practice region. */
export const paths = {
  signIn: '/inloggen',
  signOut: '/uitloggen',
  account: '/account',
  accountPassword: '/account/wachtwoord',
  accountRole: '/account/rol',
  accountSession: '/account/sessie',
  invitation: (key: string) => `/uitnodiging/${key}`,
  practice: '/oefenen',
  caughtMail: '/oefenen/post',
  /** The page is of `coordination`. */
  practiceTime: '/oefenen/tijd',
}

export const patterns = { invitation: '/uitnodiging/:key' }

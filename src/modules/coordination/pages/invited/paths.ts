/** Where somebody is invited from, and where the invited look. */
export const invitedPaths = {
  invite: (id: string) => `/zorgvragen/${id}/uitnodigen`,
  revoke: (id: string) => `/zorgvragen/${id}/uitnodiging-intrekken`,
  invitation: (key: string) => `/meekijken/${key}`,
}

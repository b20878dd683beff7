import type { Words } from './nl.ts'

export const en: Words = {
  request: (number) => `Request ${number}`,
  title: 'Choose an organisation',
  lead: (moment) =>
    `These organisations can give the care. You can choose until ${moment}. If you do not choose, the team chooses for you.`,
  which: 'Which organisation do you prefer?',
  choose: 'Choose an organisation',
  go: 'Choose this organisation',
  notNow: 'Not now',
  wished: 'your preference',
  beginsOn: (date) => `can begin on ${date}`,
  beginsAsAsked: 'can begin on the day that you asked',
  phone: (number) => `phone ${number}`,
  refused: (code) =>
    code === 'no-such-offer'
      ? 'This organisation cannot give the care any more. Choose another one.'
      : 'Choosing is not possible now: something changed in the meantime. Go back and see how the request stands.',
}

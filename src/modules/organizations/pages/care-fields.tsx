import { Checkboxes } from '#design/index.ts'
import { careKinds, expertises } from '#kernel/care-kinds.ts'
import { careKindText } from '#kernel/text.nl.ts'
import type { fieldsOf } from '#platform/http/fields.ts'

/** Which care an organisation or a team gives, and what it is specialised in. */
export function CareFields({ many }: Pick<ReturnType<typeof fieldsOf>, 'many'>) {
  const choices = (codes: readonly (keyof typeof careKindText)[]) =>
    codes.map((value) => ({ value, label: careKindText[value] }))
  return (
    <>
      <Checkboxes legend="Soorten zorg" options={choices(careKinds)} optional {...many('careKinds')} />
      <Checkboxes legend="Specialisaties" options={choices(expertises)} optional {...many('expertises')} />
    </>
  )
}

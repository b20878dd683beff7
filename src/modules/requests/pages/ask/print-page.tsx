import { Heading, List, PaperChoices, PaperField, Screen, Text } from '#design/index.ts'
import { dayparts } from '#kernel/dayparts.ts'
import type { Desk } from '../../desk.ts'
import { useLanguage } from '../../languages/index.ts'
import { careOptions, locations, relations, starts } from '../../rules/form-codes.ts'
import { DeskPhone, UrgentNotice } from '../desk-phone.tsx'
import { paths } from '../paths.ts'
import { Sentence } from '../sentence.tsx'

type PrintPageProps = { desk: Desk | undefined; publicUrl: string }

/** The same questions on paper: to fill in with a pen and read out over the phone. */
export function PrintPage({ desk, publicUrl }: PrintPageProps) {
  const { language, words } = useLanguage()
  const { paper, forWhom, person, place, carer, story, when, wishes } = words
  const address = publicUrl + paths.ask(language)
  return (
    <Screen title={paper.title} width="reading">
      <Heading level={1}>{paper.heading}</Heading>
      <Text>
        {paper.how}
        {desk && (
          <>
            {' '}
            <Sentence text={paper.done} parts={{ desk: <DeskPhone desk={desk} />, address }} />
          </>
        )}
      </Text>
      <UrgentNotice />

      <Heading level={2}>{paper.step1}</Heading>
      <PaperChoices label={forWhom.title} options={[forWhom.self, forWhom.other]} />
      <PaperField label={paper.givenName} />
      <PaperField label={person.familyName} />
      <PaperField label={person.birthDate} hint={paper.dateHint} width="short" />
      <PaperChoices label={paper.gender} options={Object.values(words.gender)} />
      <PaperField label={paper.postcode} width="medium" />
      <PaperChoices label={place.location} options={locations.map((location) => words.location[location])} />
      <PaperField label={place.dischargeOn} width="short" />
      <PaperField label={paper.clientPhone} width="medium" />
      <PaperField label={paper.email} />
      <Heading level={3}>{paper.forAnother}</Heading>
      <PaperField label={carer.name} />
      <PaperChoices label={carer.relation} options={relations.map((relation) => words.relation[relation])} />
      <PaperField label={carer.phone} width="medium" />
      <PaperChoices label={carer.callWho} options={[carer.me, carer.client]} />

      <Heading level={2}>{paper.step2}</Heading>
      <PaperChoices label={paper.care} options={careOptions.map((kind) => words.care[kind].label)} column />
      <PaperField label={story.title} lines={4} />
      <PaperChoices label={when.start} options={starts.map((start) => words.start[start])} />
      <PaperField label={when.startOn} width="short" />
      <PaperChoices label={when.dayparts} options={dayparts.map((daypart) => words.daypart[daypart])} />
      <PaperField label={when.timesPerWeek} width="short" />
      <PaperField label={paper.existing} />
      <PaperField label={paper.preferred} />
      <PaperChoices label={wishes.carerGender} options={[wishes.anyGender, wishes.woman, wishes.man]} />
      <PaperField label={wishes.language} width="medium" />
      <PaperField label={wishes.faith} />
      <PaperField label={paper.insurer} width="medium" />
      <PaperField label={paper.gp} width="medium" />
      <PaperField label={paper.bsn} width="medium" />

      <Heading level={2}>{paper.step3}</Heading>
      <List items={paper.sharing.map((content) => ({ key: content, content }))} />
      <PaperChoices label={paper.allowed} options={[paper.yes]} />
      <PaperField label={paper.signature} />
    </Screen>
  )
}

import {
  Checkboxes,
  DateField,
  Details,
  Notice,
  Radios,
  Select,
  Text,
  TextArea,
  TextField,
  VisuallyHidden,
} from '#design/index.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { insurers } from '#kernel/insurers.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { useLanguage } from '../../languages/index.ts'
import { careOptions, starts } from '../../rules/form-codes.ts'
import { languageName, languages } from '../../rules/languages.ts'
import { emergency } from '../desk-phone.tsx'
import { Sentence } from '../sentence.tsx'
import { typed } from '../typed.ts'
import { FormFrame, type FormPageProps } from './form-frame.tsx'

export function UrgentPage(props: FormPageProps) {
  const { urgentNow } = useLanguage().words
  const isUrgent = typed(props.values.urgent) === 'yes'
  const { one } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={urgentNow.title} before={isUrgent ? <CallNow /> : <Text>{urgentNow.when}</Text>}>
      <Radios
        {...one('urgent')}
        legend={isUrgent ? urgentNow.called : <VisuallyHidden>{urgentNow.title}</VisuallyHidden>}
        options={[
          { value: 'no', label: urgentNow.no },
          ...(isUrgent ? [] : [{ value: 'yes', label: urgentNow.yes }]),
          { value: 'called', label: urgentNow.calledAlready },
        ]}
      />
    </FormFrame>
  )
}

function CallNow() {
  const { urgentNow } = useLanguage().words
  return (
    <Notice kind="error" title={urgentNow.callNow}>
      <ul className="list">
        {urgentNow.advice.map((advice) => (
          <li key={advice}>
            <Sentence text={advice} parts={{ emergency }} />
          </li>
        ))}
      </ul>
      <Text>{urgentNow.kept}</Text>
    </Notice>
  )
}

export function CarePage(props: FormPageProps) {
  const { whichCare, care } = useLanguage().words
  const title = props.isSelf ? whichCare.titleSelf : whichCare.title
  const { many } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={title} lead={whichCare.lead}>
      <Checkboxes
        {...many('careKinds')}
        legend={<VisuallyHidden>{title}</VisuallyHidden>}
        options={careOptions.map((value) => ({ value, ...care[value] }))}
      />
    </FormFrame>
  )
}

export function QuestionPage(props: FormPageProps) {
  const { story } = useLanguage().words
  const { one } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={story.title}>
      <TextArea {...one('question')} label={story.label} hint={story.hint} rows={6} maxLength={2000} />
      <Details summary={story.whoReads}>
        <Text>{story.whoReadsHelp}</Text>
      </Details>
    </FormFrame>
  )
}

export function WhenPage(props: FormPageProps) {
  const { when, start, daypart } = useLanguage().words
  const { one, many, date } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={when.title}>
      <Radios {...one('start')} legend={when.start} options={starts.map((value) => ({ value, label: start[value] }))} />
      <DateField {...date('startOn')} legend={when.startOn} hint={when.startOnHint} optional />
      <Checkboxes
        {...many('dayparts')}
        legend={when.dayparts}
        hint={when.dontKnow}
        inline
        optional
        options={dayparts.map((value) => ({ value, label: daypart[value] }))}
      />
      <TextField
        {...one('timesPerWeek')}
        label={when.timesPerWeek}
        hint={when.timesPerWeekHint}
        width="short"
        inputMode="numeric"
        suffix={when.times}
        optional
        autoComplete="off"
        maxLength={3}
      />
    </FormFrame>
  )
}

export function WishesPage(props: FormPageProps) {
  const { language, words } = useLanguage()
  const { wishes, locale } = words
  const { isSelf, values, errors, providers } = props
  const { one } = fieldsOf(props.values, props.errors)
  const organizations = providers.map(({ id, name }) => ({ value: id, label: name }))
  const asked = [
    {
      name: 'existingOrganizationId',
      label: isSelf ? wishes.existingSelf : wishes.existing,
      placeholder: wishes.noExisting,
    },
    {
      name: 'preferredOrganizationId',
      label: wishes.preferred,
      hint: wishes.preferredHint,
      placeholder: wishes.noPreferred,
    },
    {
      name: 'unwantedOrganizationId',
      label: wishes.unwanted,
      hint: wishes.unwantedHint,
      placeholder: wishes.noUnwanted,
    },
  ]
  return (
    <FormFrame props={props} title={wishes.title} lead={wishes.lead}>
      {asked.map(({ name, ...said }) => (
        <Select
          key={name}
          name={name}
          {...said}
          optional
          width="full"
          options={organizations}
          value={typed(values[name])}
          error={errors[name]}
        />
      ))}
      <Radios
        {...one('carerGender')}
        legend={wishes.carerGender}
        inline
        optional
        options={[
          { value: 'any', label: wishes.anyGender },
          { value: 'female', label: wishes.woman },
          { value: 'male', label: wishes.man },
        ]}
      />
      <Select
        name="language"
        label={wishes.language}
        optional
        placeholder={wishes.dutch}
        options={languages
          .map((value) => ({ value, label: languageName(value, language) }))
          .sort((a, b) => a.label.localeCompare(b.label, locale))}
        // Asked in another language: that is the one to expect, until somebody answered.
        value={values.language === undefined ? languages.find((one) => one === language) : typed(values.language)}
        error={errors.language}
      />
      <TextField
        {...one('faith')}
        label={wishes.faith}
        hint={wishes.faithHint}
        optional
        autoComplete="off"
        maxLength={200}
      />
    </FormFrame>
  )
}

export function CoverPage(props: FormPageProps) {
  const { cover, form } = useLanguage().words
  const { isSelf } = props
  const { one } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={cover.title} lead={cover.lead}>
      <Select
        {...one('insurer')}
        label={isSelf ? cover.insurerSelf : cover.insurer}
        hint={cover.insurerHint}
        optional
        placeholder={form.dontKnow}
        options={[
          ...insurers.map(({ code, name }) => ({ value: code, label: name })),
          { value: 'other', label: cover.otherInsurer },
        ]}
      />
      <TextField
        {...one('gp')}
        label={isSelf ? cover.gpSelf : cover.gp}
        hint={cover.gpHint}
        optional
        autoComplete="off"
        maxLength={120}
      />
      <TextField
        {...one('bsn')}
        label={cover.bsn}
        hint={cover.bsnHint}
        width="medium"
        inputMode="numeric"
        optional
        autoComplete="off"
        spellCheck={false}
        maxLength={14}
      />
      <Details summary={cover.whyBsn}>
        <Text>{cover.whyBsnHelp}</Text>
      </Details>
    </FormFrame>
  )
}

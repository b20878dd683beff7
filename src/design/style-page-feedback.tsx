import { LinkButton } from './button.tsx'
import { Confirm } from './confirm.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Actions, Stack } from './layout.tsx'
import { Light } from './light.tsx'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'
import { StatusTag } from './status-tag.tsx'
import { StepIndicator } from './step-indicator.tsx'
import { Sample } from './style-page-sample.tsx'
import { Text } from './text.tsx'

/** What the product says back. */
export function FeedbackSamples({ prefix }: { prefix: string }) {
  return (
    <>
      <Sample name="Stappen">
        <Stack gap="large">
          <StepIndicator
            label={`Stappen, begin (${prefix})`}
            current={1}
            steps={[{ label: 'Wie heeft hulp nodig?' }, { label: 'Welke hulp en wanneer' }, { label: 'Nakijken' }]}
          />
          <StepIndicator
            label={`Stappen, einde (${prefix})`}
            current={3}
            steps={[
              { label: 'Wie', href: '#stap-1' },
              { label: 'Welke hulp', href: '#stap-2' },
              { label: 'Nakijken en versturen' },
            ]}
          />
          <StepIndicator
            label={`Stappen, vijf (${prefix})`}
            current={2}
            steps={[
              { label: 'Cliënt', href: '#deel-1' },
              { label: 'Zorg' },
              { label: 'Thuis' },
              { label: 'Medicatie' },
              { label: 'Versturen' },
            ]}
          />
        </Stack>
      </Sample>
      <Sample name="Meldingen">
        <Stack>
          <Notice kind="info" title="Team Noord belt u vandaag" level={4}>
            <Text>U hoort uiterlijk om 14:00 wie er komt.</Text>
          </Notice>
          <Notice kind="good" title="Uw aanvraag is verstuurd" level={4}>
            <Text>
              Bewaar deze link: <a href="#status">uw aanvraag bekijken</a>.
            </Text>
          </Notice>
          <Notice kind="attention" title="Heeft u nu snel hulp nodig?" level={4}>
            <Text>Bel uw huisarts. Bij levensgevaar belt u 112.</Text>
          </Notice>
          <Notice kind="error" title="Deze zorgvraag is al aangenomen" level={4}>
            <Text>Thuiszorg De Linde nam haar aan om 9:31. U hoeft niets meer te doen.</Text>
          </Notice>
          <Notice kind="info" title="Alleen een titel" level={4} />
        </Stack>
      </Sample>
      <Sample name="Voortgang">
        <Progress label={`Naspelen (${prefix})`} value={3} max={8} />
      </Sample>
      <Sample name="Foutenlijst">
        <ErrorSummary
          focus={false}
          errors={{
            [`${prefix}-naam-fout`]: 'Vul uw naam in',
            [`${prefix}-geboortedatum-fout`]: 'Vul een dag in die bestaat, bijvoorbeeld 27 3 1941',
          }}
        />
      </Sample>
      <Sample name="Stoplicht en status">
        <Stack>
          <Actions>
            <Light value="green" label="ruimte" />
            <Light value="amber" label="beperkt" />
            <Light value="red" label="vol" />
            <Light value="unknown" label="niet opgegeven" />
          </Actions>
          <Actions>
            <StatusTag kind="neutral" label="afgesloten" />
            <StatusTag kind="info" label="in beoordeling" />
            <StatusTag kind="good" label="toegewezen" />
            <StatusTag kind="attention" label="nog 2 uur" />
            <StatusTag kind="urgent" label="te laat" />
          </Actions>
        </Stack>
      </Sample>
      <Sample name="Leeg">
        <Stack>
          <EmptyState title="Niets op de lijst" level={4} icon="circle-check">
            Alle zorgvragen van vandaag zijn verdeeld. Nieuwe zorgvragen verschijnen hier vanzelf.
          </EmptyState>
          <EmptyState
            title="Geen team gevonden"
            level={4}
            icon="search"
            action={<LinkButton href="#">Zoek opnieuw</LinkButton>}
          >
            Kijk of de postcode klopt.
          </EmptyState>
        </Stack>
      </Sample>
      <Sample name="Bevestiging als pagina">
        <Confirm
          title="Aanvraag intrekken?"
          level={2}
          action="#trek-in"
          csrf="voorbeeld"
          confirm="Ja, trek de aanvraag in"
          danger
          cancel={{ href: '#nee', label: 'Nee, ga terug' }}
        >
          <Text>Wij zoeken dan niet verder. U kunt later opnieuw hulp vragen.</Text>
        </Confirm>
      </Sample>
    </>
  )
}

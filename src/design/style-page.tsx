import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'
import { Stack } from './layout.tsx'
import { Page, type PageProps } from './page.tsx'
import { regionColours } from './page-frame.ts'
import { ContentSamples } from './style-page-content.tsx'
import { FeedbackSamples } from './style-page-feedback.tsx'
import { FieldSamples } from './style-page-fields.tsx'
import { FrameSamples } from './style-page-frame.tsx'
import { TableSamples } from './style-page-tables.tsx'
import { Text } from './text.tsx'

/**
 * Every component in every state, twice: as the public sees it and as professionals do. It is part of the journeys, so
 * that axe looks at what no page happens to show today.
 */
export function StylePage({ assets }: Pick<PageProps, 'assets'>) {
  return (
    <Page
      title="Stijl"
      region={{ name: 'Wijkpoort', tagline: 'De bouwstenen van elke pagina' }}
      navigation={[
        { href: '#publiek', label: 'Publiek' },
        { href: '#professional', label: 'Professional' },
      ]}
      footer={[{ href: '/', label: 'Naar de voorpagina' }]}
      width="wide"
      plots
      assets={assets}
    >
      <Heading level={1}>Stijl</Heading>
      <Text kind="lead">
        Alle onderdelen van Wijkpoort, in elke toestand. Eerst rustig en ruim, voor wie om zorg vraagt. Daarna dicht
        opeen, voor wie er elke dag mee werkt.
      </Text>
      <Heading level={2}>Kleuren van een regio</Heading>
      <div className="samples__colours">
        {regionColours.map((colour) => (
          <FrameSamples key={colour} colour={colour} />
        ))}
      </div>
      <Samples id="publiek" density="public" title="Publiek" />
      <Samples id="professional" density="professional" title="Professional" />
    </Page>
  )
}

type SamplesProps = { id: string; density: 'public' | 'professional'; title: ReactNode }

function Samples({ id, density, title }: SamplesProps) {
  return (
    <section className="samples" id={id} data-density={density} aria-labelledby={`${id}-titel`}>
      <Stack gap="large">
        <Heading level={2} size={1} id={`${id}-titel`}>
          {title}
        </Heading>
        <ContentSamples prefix={id} />
        <FeedbackSamples prefix={id} />
        <FieldSamples prefix={id} />
        <TableSamples prefix={id} />
      </Stack>
    </section>
  )
}

import type { DetailedHTMLProps, HTMLAttributes, ReactNode } from 'react'

/** The elements of Turbo that our pages hold. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'turbo-stream-source': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { src: string }
      'turbo-stream': { action: string; target?: string; method?: string; scroll?: string; children?: ReactNode }
    }
  }
}

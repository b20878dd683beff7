export { wordsOf } from './languages/index.ts'
export type { Words } from './languages/words.ts'
export { PublicPage } from './pages/public-page.tsx'
export { SearchForm } from './pages/search-form.tsx'

export { wordsOf } from './languages/index.ts'
export { PublicPage } from './pages/public-page.tsx'
export { SearchForm } from './pages/search-form.tsx'

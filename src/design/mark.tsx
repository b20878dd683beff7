/** The gate: the sign of the product in the colour around it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M3 29V15a13 13 0 0 1 26 0v14" />
      <path d="M9 29V16a7 7 0 0 1 14 0v13" />
      <path d="M16 19v10" />
    </svg>
  )
}

/** Doors like the mark, in a row; behind one of them the light is on. A drawing only: it says nothing in words. */
export function Street() {
  return (
    <svg className="street" viewBox="0 0 400 240" aria-hidden="true" focusable="false">
      <circle className="street__sun" cx="318" cy="66" r="34" />
      <path className="street__far" d="M8 240V130a46 46 0 0 1 92 0v110z" />
      <path className="street__near" d="M84 240V108a66 66 0 0 1 132 0v132z" />
      <path className="street__light" d="M116 240V118a34 34 0 0 1 68 0v122z" />
      <path className="street__edge" d="M100 240V108a50 50 0 0 1 100 0v132" />
      <path className="street__mid" d="M206 240V144a46 46 0 0 1 92 0v96z" />
      <path className="street__edge" d="M222 240V144a30 30 0 0 1 60 0v96" />
      <path className="street__far" d="M288 240V164a52 52 0 0 1 104 0v76z" />
      <path className="street__line" d="M0 238h400" />
      <circle className="street__knob" cx="174" cy="182" r="4" />
    </svg>
  )
}

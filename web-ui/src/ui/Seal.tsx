/** The mark of Chancery: a letter under a brass seal. */
export function Seal() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#ffffff" fillOpacity="0.12" />
      <path d="M6.5 9h19v14h-19z" fill="#f4f8f6" />
      <path
        d="M6.5 9l9.5 7.6L25.5 9"
        fill="none"
        stroke="#0b4b3f"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="18.6" r="4.5" fill="#c8912b" />
      <path
        d="M17.8 17a2.4 2.4 0 1 0 0 3.2"
        fill="none"
        stroke="#ffffff"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </svg>
  );
}

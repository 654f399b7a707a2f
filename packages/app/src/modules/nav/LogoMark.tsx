/** An eye inside an arrow that turns back: looking at what has been. */
export function LogoMark({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M5.2 8.4A13 13 0 1 1 3 16" />
      <path d="M4.4 2.8v6h6" />
      <path d="M8.6 16.4q7.4-8.4 14.8 0q-7.4 8.4-14.8 0z" strokeWidth="2" />
      <circle cx="16" cy="16.4" r="2" fill="currentColor" stroke="none" />
    </svg>
  );
}

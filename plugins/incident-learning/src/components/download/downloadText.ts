/** Hands a text over to the browser as a file. */
export function downloadText(
  text: string,
  file: { name: string; type: string },
): void {
  const url = URL.createObjectURL(new Blob([text], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // Some browsers read it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

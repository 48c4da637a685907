/**
 * Gives the user a file. Works over plain http, where the newer ways of saving do not exist.
 * `name` is the whole file name; signs that a file system refuses become "_".
 */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_');
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

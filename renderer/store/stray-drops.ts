/**
 * Keeps a file that is dropped beside every place for files from being opened in place of the page: the cursor says that
 * it is not taken, and nothing happens. The app would refuse to leave the page besides. Gives back what ends it.
 */
export function refuseStrayDrops(
  page: Pick<Document, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
  return () => {
    page.removeEventListener('dragover', refuse);
    page.removeEventListener('drop', refuse);
  };
}

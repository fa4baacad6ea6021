import { useState, type DragEvent, type HTMLAttributes } from 'react';

const hasFiles = (event: Pick<DragEvent, 'dataTransfer'>): boolean =>
  event.dataTransfer.types.includes('Files');

export interface FileDrop {
  /** A file is held over it. */
  readonly over: boolean;
  readonly handlers: Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'>;
}

/** A place where files may be dropped. Text that is dragged about goes where it would go anyway. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): FileDrop {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event) {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      },
    },
  };
}

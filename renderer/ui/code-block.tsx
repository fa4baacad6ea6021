import styles from './code-block.module.css';
import { CopyButton } from './copy-button.tsx';
import { HostileText } from './hostile-text/hostile-text.tsx';

export interface CodeBlockProps {
  readonly text: string;
  /** What it is, for screen readers. */
  readonly label: string;
  /** Without the button that copies it. */
  readonly noCopy?: boolean | undefined;
}

/** A text to be copied, in fixed-width letters. It scrolls when it is long, also by keyboard. */
export function CodeBlock({ text, label, noCopy = false }: CodeBlockProps) {
  return (
    <div className={styles.frame}>
      {/* What scrolls must be reachable with the keyboard. */}
      <pre className={styles.code} tabIndex={0} aria-label={label} role="group">
        <HostileText text={text} multiline />
      </pre>
      {!noCopy && (
        <div className={styles.copy}>
          <CopyButton text={text} />
        </div>
      )}
    </div>
  );
}

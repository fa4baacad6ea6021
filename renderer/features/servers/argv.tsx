import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './argv.module.css';

export interface ArgvProps {
  readonly label: string;
  readonly words: readonly string[];
  /** Side by side, for a form; otherwise one on each line, for a decision. */
  readonly inline?: boolean | undefined;
}

/** A program and its arguments, each in a frame of its own, whole, with whatever is hidden in them drawn. */
export function Argv({ label, words, inline = false }: ArgvProps) {
  return (
    <ol aria-label={label} className={cx(styles.argv, inline && styles.inline)}>
      {words.map((word, index) => (
        <li key={index} className={cx(styles.word, index === 0 && styles.program)}>
          <HostileText text={word} max={Infinity} />
        </li>
      ))}
    </ol>
  );
}

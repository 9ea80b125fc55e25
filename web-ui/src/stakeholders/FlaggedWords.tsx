import { useId } from 'react';
import { Icon } from '../ui/Icon';
import { TextField } from '../ui/TextField';
import type { ScreenedFlag } from './types';
import { flagKinds } from './useScreening';

/**
 * What is sensitive in a text that is being written, with the words marked: the author rephrases, or says for each kind
 * why it has to stay.
 */
export function FlaggedWords(props: {
  text: string;
  flags: readonly ScreenedFlag[];
  reasons: Readonly<Record<string, string>>;
  onReason: (flag: string, reason: string) => void;
}) {
  const id = useId();
  const kinds = flagKinds(props.flags);
  return (
    <>
      <p className="visually-hidden" role="status">
        {kinds.length > 0 && `Flagged: ${kinds.map((kind) => kind.label).join(', ')}`}
      </p>
      {kinds.length > 0 && (
        <div className="flagged" role="group" aria-labelledby={id}>
          <p id={id} className="with-icon">
            <Icon name="alert" />
            <span>
              <strong>This may be sensitive.</strong> Write it without, or say why it has to stay;
              the privacy officer will see it.
            </span>
          </p>
          <p className="flagged-text">
            <MarkedText text={props.text} flags={props.flags} />
          </p>
          {kinds.map((kind) => (
            <TextField
              key={kind.flag}
              label={`Why “${kind.words.join('”, “')}” has to stay (${kind.label})`}
              max={4000}
              value={props.reasons[kind.flag] ?? ''}
              onChange={(reason) => props.onReason(kind.flag, reason)}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** A text with what is flagged in it marked. */
export function MarkedText(props: { text: string; flags: readonly ScreenedFlag[] }) {
  const parts: { text: string; label?: string }[] = [];
  let at = 0;
  for (const flag of [...props.flags].sort((a, b) => a.from - b.from)) {
    if (flag.from < at) {
      continue;
    }
    parts.push({ text: props.text.slice(at, flag.from) });
    parts.push({ text: props.text.slice(flag.from, flag.to), label: flag.label });
    at = flag.to;
  }
  parts.push({ text: props.text.slice(at) });
  return parts.map((part, i) =>
    part.label ? (
      <mark key={i} title={part.label}>
        {part.text}
      </mark>
    ) : (
      <span key={i}>{part.text}</span>
    ),
  );
}

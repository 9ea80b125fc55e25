import { Alert } from '../ui/Alert';
import { TextField } from '../ui/TextField';
import type { ScreenedFlag } from './contract';
import { kindsOf } from './useScreening';

/** What of a text should be said otherwise; a reason for each kind that has to be kept. */
export function Screened(props: {
  flags: readonly ScreenedFlag[];
  reasons: Readonly<Record<string, string>>;
  onReasons: (reasons: Record<string, string>) => void;
  /** Whether missing reasons are to be named. */
  tried: boolean;
}) {
  const kinds = kindsOf(props.flags);
  if (kinds.length === 0) {
    return null;
  }
  return (
    <Alert kind="warning" title="Say this otherwise, or say why it has to be kept">
      {kinds.map((kind) => (
        <TextField
          key={kind.flag}
          label={`${kind.label}: ${kind.words.map((words) => `“${words}”`).join(', ')}`}
          hint="Why it has to be kept; the privacy officer reads it."
          max={4000}
          error={
            props.tried && !props.reasons[kind.flag]?.trim()
              ? 'Rephrase it above, or give a reason'
              : undefined
          }
          value={props.reasons[kind.flag] ?? ''}
          onChange={(reason) => props.onReasons({ ...props.reasons, [kind.flag]: reason })}
        />
      ))}
    </Alert>
  );
}

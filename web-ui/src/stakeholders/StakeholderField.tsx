import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findStakeholders } from '../outreach/finding';
import { Picker, type Choice } from '../ui/Picker';
import type { Kind, NamedNode } from './types';
import { STAKEHOLDERS } from './useStakeholders';

const PAUSE_MS = 200;
const NEW = 'new';

export interface ChosenStakeholder extends Partial<NamedNode> {
  /** Without an id it is one to be entered by this name. */
  name: string;
  /** What tells two of one name apart. */
  about?: string;
}

/** Chooses one person or organization by the beginnings of the name; the keyboard alone is enough. */
export function StakeholderField(props: {
  kind: Kind;
  label: string;
  hint?: string;
  required?: boolean;
  focused?: boolean;
  error?: string;
  /** Whether one that is not there yet may be named, to be entered with the rest. */
  orNew?: boolean;
  /** Not to be chosen: the one that it is chosen for. */
  except?: string;
  chosen: ChosenStakeholder | undefined;
  onChange: (chosen: ChosenStakeholder | undefined) => void;
}) {
  const { chosen, kind, orNew = false } = props;
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const typed = text.trim();
  const query = useQuery({
    queryKey: [STAKEHOLDERS, 'named', kind, asked],
    queryFn: () => findStakeholders(asked, [kind]),
    placeholderData: (before) => before,
    enabled: asked.length > 0,
  });
  const settled = typed !== '' && asked === typed && query.isSuccess && !query.isPlaceholderData;
  const found = asked ? (query.data ?? []).filter((one) => one.id !== props.except) : [];
  const icon = kind === 'person' ? 'person' : 'building';
  const choices: Choice[] = found.map((one) => ({
    key: one.id,
    label: one.name,
    about: one.about,
    icon,
  }));
  const same = found.some((one) => one.name.toLowerCase() === typed.toLowerCase());
  if (orNew && settled && !same) {
    choices.push({ key: NEW, label: `Enter “${typed}”`, icon, make: true });
  }

  return (
    <Picker
      label={props.label}
      hint={props.hint}
      required={props.required}
      focused={props.focused}
      error={props.error}
      single
      placeholder={kind === 'person' ? 'Name of a person' : 'Name of an organization'}
      none={orNew ? undefined : 'Nobody by that name.'}
      text={text}
      onText={setText}
      onLeave={() => setText('')}
      settled={settled}
      choices={choices}
      chosen={
        chosen
          ? [{ key: chosen.id ?? NEW, label: chosen.name, fresh: chosen.id === undefined }]
          : []
      }
      onTake={(key) => props.onChange(found.find((one) => one.id === key) ?? { name: typed })}
      onRemove={() => props.onChange(undefined)}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as api from '../api/calls';
import type { Authority } from '../api/types';
import { Picker } from './Picker';

const PAUSE_MS = 250;
const MOST = 8;
const FEWEST_LETTERS = 2;

export interface ChosenAuthority {
  name: string;
  label: string;
}

/** Chooses people and groups by name; the keyboard alone is enough. */
export function AuthorityField(props: {
  label: string;
  hint?: string;
  required?: boolean;
  /** More than one may be chosen. */
  many?: boolean;
  focused?: boolean;
  /** People alone, or groups alone. */
  only?: Authority['kind'];
  /** What is wrong with it, once that is to be said. */
  error?: string;
  chosen: readonly ChosenAuthority[];
  onChange: (chosen: ChosenAuthority[]) => void;
}) {
  const { chosen, many = false, only } = props;
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ['authorities', asked],
    queryFn: () => api.permissions.authorities(asked),
    enabled: asked.length >= FEWEST_LETTERS,
  });
  const typed = text.trim();
  const settled = asked === typed && typed.length >= FEWEST_LETTERS && query.isSuccess;
  const found =
    typed.length >= FEWEST_LETTERS
      ? (query.data?.items ?? [])
          .filter((one) => !chosen.some((c) => c.name === one.name))
          .filter((one) => !only || one.kind === only)
          .slice(0, MOST)
      : [];

  return (
    <Picker
      label={props.label}
      hint={props.hint}
      required={props.required}
      focused={props.focused}
      error={props.error}
      single={!many}
      placeholder={only === 'USER' ? 'Name of a person' : 'Name of a person, group or component'}
      none="Nobody by that name."
      text={text}
      onText={setText}
      onLeave={() => setText('')}
      settled={settled}
      choices={found.map((one) => ({
        key: one.name,
        label: one.label,
        icon: one.kind === 'GROUP' ? 'building' : 'person',
      }))}
      chosen={chosen.map((one) => ({ key: one.name, label: one.label }))}
      onTake={(name) => {
        const taken = found.find((one) => one.name === name);
        if (taken) {
          const one = { name, label: taken.label };
          props.onChange(many ? [...chosen, one] : [one]);
        }
      }}
      onRemove={(name) => props.onChange(chosen.filter((one) => one.name !== name))}
    />
  );
}

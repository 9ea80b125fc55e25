import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findStakeholders, type StakeholderKind } from './finding';
import { Picker, type Choice } from '../ui/Picker';
import { isNew, keyOf, known, nameOf, organizationOf, personOf, type Party } from './who';

const PAUSE_MS = 150;
const BOTH: readonly StakeholderKind[] = ['person', 'organization'];
const ICONS = { person: 'person', organization: 'building' } as const;

/** Chooses people and organizations by name; who is not there yet can be entered from here. */
export function StakeholderField(props: {
  label: string;
  hint?: string;
  required?: boolean;
  focused?: boolean;
  error?: string;
  single?: boolean;
  kinds?: readonly StakeholderKind[];
  /** Whether new ones may be entered. */
  entering?: boolean;
  chosen: readonly Party[];
  onChange: (chosen: Party[]) => void;
}) {
  const { chosen, kinds = BOTH } = props;
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ['outreach', 'find', asked, kinds],
    queryFn: () => findStakeholders(asked, kinds),
    enabled: asked.length > 1,
  });
  const typed = text.trim();
  const settled = typed.length > 1 && asked === typed && (query.isSuccess || query.isError);
  const there = new Set(chosen.map(keyOf));
  const found = settled ? (query.data ?? []).filter((one) => !there.has(one.id)) : [];
  const choices: Choice[] = found.map((one) => ({
    key: one.id,
    label: one.name,
    about: one.about,
    icon: ICONS[one.kind],
  }));
  if (props.entering && settled) {
    for (const kind of kinds) {
      choices.push({
        key: `new-${kind}`,
        label: kind === 'person' ? `New person “${typed}”` : `New organization “${typed}”`,
        icon: ICONS[kind],
        make: true,
      });
    }
  }

  const take = (key: string) => {
    const one = found.find((each) => each.id === key);
    const party = one ? known(one) : key === 'new-person' ? personOf(typed) : organizationOf(typed);
    props.onChange(props.single ? [party] : [...chosen, party]);
    setAsked('');
  };

  return (
    <Picker
      label={props.label}
      hint={props.hint}
      required={props.required}
      focused={props.focused}
      error={
        props.error ?? (query.isError ? 'They cannot be looked up now. Try again.' : undefined)
      }
      single={props.single}
      placeholder={
        kinds.length > 1
          ? 'Name of a person or an organization'
          : kinds[0] === 'person'
            ? 'Name of a person'
            : 'Name of an organization'
      }
      text={text}
      onText={setText}
      choices={choices}
      settled={settled}
      none="Nobody by that name yet."
      chosen={chosen.map((one) => ({
        key: keyOf(one),
        label: nameOf(one),
        icon: one.kind.endsWith('person') ? 'person' : 'building',
        fresh: isNew(one),
      }))}
      onTake={take}
      onRemove={(key) => props.onChange(chosen.filter((one) => keyOf(one) !== key))}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { priorities } from './calls';
import type { PriorityTree } from './contract';
import { Picker } from '../ui/Picker';

const MOST = 8;

export function usePriorities() {
  return useQuery({
    queryKey: ['outreach', 'priorities'],
    queryFn: priorities.tree,
    staleTime: 60_000,
  });
}

interface Listed {
  code: string;
  title: string;
  priority: string;
}

/** Active issues that every word of the text begins a word of, of title, code or priority. */
export function fitting(tree: PriorityTree, text: string): Listed[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return tree.items
    .flatMap((priority) =>
      priority.issues
        .filter((issue) => issue.active)
        .map((issue) => ({ code: issue.code, title: issue.title, priority: priority.title })),
    )
    .filter((issue) => {
      const parts = `${issue.title} ${issue.code} ${issue.priority}`.toLowerCase().split(/[\s-]+/);
      return words.every((word) => parts.some((part) => part.startsWith(word)));
    });
}

/** Chooses issues by their title, code or priority. */
export function IssueField(props: {
  label?: string;
  hint?: string;
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const { chosen } = props;
  const [text, setText] = useState('');
  const query = usePriorities();
  const titles = new Map(
    query.data?.items.flatMap((priority) =>
      priority.issues.map((issue) => [issue.code, issue.title] as const),
    ),
  );
  const found =
    query.data && text.trim()
      ? fitting(query.data, text)
          .filter((issue) => !chosen.includes(issue.code))
          .slice(0, MOST)
      : [];
  return (
    <Picker
      label={props.label ?? 'Issues'}
      hint={props.hint}
      placeholder="Title of an issue"
      error={query.isError ? 'The issues cannot be listed now. Try again.' : undefined}
      text={text}
      onText={setText}
      choices={found.map((issue) => ({
        key: issue.code,
        label: issue.title,
        about: issue.priority,
        icon: 'scale',
      }))}
      settled={query.isSuccess}
      none="No active issue by these words."
      chosen={chosen.map((code) => ({ key: code, label: titles.get(code) ?? code }))}
      onTake={(code) => props.onChange([...chosen, code])}
      onRemove={(code) => props.onChange(chosen.filter((each) => each !== code))}
    />
  );
}

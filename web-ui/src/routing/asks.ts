import type { NewRoute, Template } from '../api/types';

/** What a template needs to be told when it starts. */
export interface Asked {
  lead: boolean;
  reviewer: boolean;
  signer: boolean;
  commenters: boolean;
}

export function askedBy(template: Pick<Template, 'needs'> | undefined): Asked {
  const needs = (what: Template['needs'][number]) => template?.needs.includes(what) ?? false;
  return {
    lead: needs('lead'),
    reviewer: needs('reviewer'),
    signer: needs('signer'),
    commenters: needs('commenters'),
  };
}

/** The template that fits where a letter comes from; a citizen's letter is the most frequent. */
export function templateFor(source: unknown, templates: readonly Template[]): Template | undefined {
  const wanted = source === 'congress' ? 'congressionalInquiry' : 'citizenLetter';
  return templates.find((template) => template.key === wanted) ?? templates[0];
}

/** A person or a group that has been chosen, with the name it is shown by. */
export interface Chosen {
  name: string;
  label: string;
}

/** What has been chosen and typed for a route that is not yet started. */
export interface RouteForm {
  template?: string;
  lead?: Chosen;
  reviewer?: Chosen;
  signer?: Chosen;
  commenters: Chosen[];
  commentBy: string;
  due: string;
  instruction: string;
}

export const NO_ROUTE: RouteForm = { commenters: [], commentBy: '', due: '', instruction: '' };

/** What is still missing, in words, or nothing. */
export function missingOf(form: RouteForm, asked: Asked): string | undefined {
  if (!form.template) {
    return 'Choose a template.';
  }
  if (asked.lead && !form.lead) {
    return 'Choose who leads it.';
  }
  if (asked.commenters && form.commenters.length === 0) {
    return 'Choose who is asked for comments.';
  }
  return undefined;
}

/** What is sent: only what the template asks for. */
export function newRoute(form: RouteForm, asked: Asked): NewRoute {
  const text = (value: string) => value.trim() || undefined;
  return {
    template: form.template ?? '',
    lead: asked.lead ? form.lead?.name : undefined,
    reviewer: asked.reviewer ? form.reviewer?.name : undefined,
    signer: asked.signer ? form.signer?.name : undefined,
    commenters:
      asked.commenters && form.commenters.length > 0
        ? form.commenters.map((one) => one.name)
        : undefined,
    commentBy: asked.commenters ? text(form.commentBy) : undefined,
    due: text(form.due),
    instruction: text(form.instruction),
  };
}

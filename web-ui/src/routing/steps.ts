import type { Template } from '../api/types';

/** "Assign → Draft → Review → Sign". */
export function stepsInWords(template: Pick<Template, 'steps'>): string {
  return template.steps.map((step) => step.name).join(' → ');
}

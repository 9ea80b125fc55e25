import type { ModelProperty, PropertyValue } from '../api/types';
import { showDay, showMoment } from '../ui/show';

/** A value as people read it: labels for codes, days for dates. */
export function showValue(
  property: ModelProperty | undefined,
  value: PropertyValue | null | undefined,
): string {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map((one) => showValue(property, one)).join(', ');
  }
  const choice = property?.choices?.find((c) => c.value === String(value));
  if (choice) return choice.label;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (property?.type === 'd:date') return showDay(value);
  if (property?.type === 'd:datetime') return showMoment(value);
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
  return String(value);
}

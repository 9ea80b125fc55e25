/* How dates, sizes and codes are written. */

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' });
const dayUtc = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium' });
const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short' });

function parsed(value: unknown): Date | undefined {
  const date = typeof value === 'string' || typeof value === 'number' ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

/** A calendar day ("2024-03-01") as it is, whatever the time zone; a moment's day in the local one. */
export function showDay(value: unknown): string {
  const date = parsed(value);
  if (!date) return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? dayUtc.format(date) : day.format(date);
}

/** A date's day where the browser is, as ISO 8601 writes it: what a field for a day holds. */
export function isoDay(date = new Date()): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export function showMoment(value: unknown): string {
  const date = parsed(value);
  return date ? moment.format(date) : '';
}

/** To the second, for the ledger. */
export function showExact(value: unknown): string {
  const date = parsed(value);
  return date ? exact.format(date) : '';
}

/** "10:42 AM" for today, the day for all else. */
export function showShort(value: unknown, now = new Date()): string {
  const date = parsed(value);
  if (!date) return '';
  return date.toDateString() === now.toDateString() ? time.format(date) : day.format(date);
}

export function showSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function showCount(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}

/** "CASE_FILES" or "watched-folder" as words. */
export function showCode(code: string): string {
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const MEDIA: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/tiff': 'TIFF image',
  'image/jpeg': 'JPEG image',
  'image/png': 'PNG image',
  'message/rfc822': 'E-mail',
  'application/vnd.ms-outlook': 'Outlook e-mail',
  // Not known before the file has been looked into.
  'application/octet-stream': '',
  'text/plain': 'Text',
  'text/html': 'Web page',
  'application/rtf': 'Rich text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel workbook',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/vnd.oasis.opendocument.text': 'OpenDocument text',
};

export function showMedia(mediaType: string | undefined): string {
  if (!mediaType) return '';
  const bare = mediaType.split(';')[0] ?? mediaType;
  return MEDIA[bare] ?? bare;
}

/** A likelihood in percent; it is never rounded up to certainty. */
export function showLikelihood(score: number): string {
  return `${Math.min(99, Math.round(score * 100))} %`;
}

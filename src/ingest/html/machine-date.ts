/** Dates as machines write them in pages → StatedDate; null for what software writes where it knows none. */
import type { StatedDate } from '../../model.ts';
import { datesOf } from '../dates.ts';

/** As machines write dates: ISO 8601 and RFC 2822, compact ones, seconds since 1970. The day is that of the place named. */
export function machineDate(value: string): StatedDate | null {
  const text = value.trim().slice(0, 100);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  const seconds = /^(\d{10})(?:\d{3})?$/.exec(text)?.[1];
  const spelled = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}`
    : seconds
      ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
      : text;
  const date = datesOf(spelled)[0]?.date ?? null;
  return date && !isFiller(date) ? date : null;
}

/** What software writes where it knows no date. */
const isFiller = ({ iso }: StatedDate): boolean => iso.startsWith('1970-01-01') || iso.startsWith('1969-12-31');

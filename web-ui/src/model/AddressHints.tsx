import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as api from '../api/calls';

/** The four fields of an address by the names they have in a form. */
export interface AddressValues {
  street?: string;
  city?: string;
  state?: string;
  zip?: string;
}

/** How long nobody must have typed before the address is looked at. */
const PAUSE_MS = 600;

/** What could be written otherwise in an address, each to be accepted by itself; nothing is changed unasked. */
export function AddressHints(props: {
  address: AddressValues;
  onAccept: (field: keyof AddressValues, value: string) => void;
}) {
  const { street, city, state, zip } = props.address;
  const [asked, setAsked] = useState<AddressValues>({});
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked({ street, city, state, zip }), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [street, city, state, zip]);
  const enough = Boolean(asked.zip ?? (asked.street || asked.city));
  const { data } = useQuery({
    queryKey: ['address', asked],
    queryFn: () => api.checkAddress(asked),
    enabled: enough,
    staleTime: 60_000,
  });
  if (!enough || !data) {
    return null;
  }
  const facts = [
    data.county && `County: ${data.county}`,
    data.femaRegion && `FEMA region ${data.femaRegion}`,
  ].filter(Boolean);
  return (
    <div className="address-hints" role="group" aria-label="About the address">
      {data.suggestions.length > 0 && (
        <ul className="nolist">
          {data.suggestions.map((each) => (
            <li key={each.field}>
              <button
                type="button"
                className="usa-button usa-button--outline small"
                aria-label={`Use “${each.value}” as ${each.field}`}
                onClick={() => props.onAccept(each.field, each.value)}
              >
                Use “{each.value}”
              </button>{' '}
              <span className="muted small">{each.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {data.notes.map((note) => (
        <p key={note} className="muted small">
          {note}
        </p>
      ))}
      <p className="muted small">{[...facts, `Source: ${data.source}`].join(' · ')}</p>
    </div>
  );
}

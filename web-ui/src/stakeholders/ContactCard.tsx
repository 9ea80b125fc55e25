import type { ReactNode } from 'react';
import { Icon } from '../ui/Icon';
import { Card } from './Card';
import type { Organization, Person } from './types';
import { placeLine } from './words';

export function Phone({ number }: { number: string }) {
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
}

/** Only addresses of web pages are links; anything else is shown as it was written. */
export function Web({ url }: { url: string }) {
  const address = /^https?:\/\//i.test(url)
    ? url
    : /^[\w-]+(\.[\w-]+)+/.test(url) && `https://${url}`;
  return address ? (
    <a href={address} rel="noreferrer noopener" target="_blank">
      {url}
    </a>
  ) : (
    <>{url}</>
  );
}

/** Facts that are there, one to a line. */
export function Facts(props: { rows: readonly (readonly [string, ReactNode])[] }) {
  const rows = props.rows.filter(([, value]) => value);
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Address(props: {
  street?: string | null;
  at: { city?: string | null; state?: string | null; zip?: string | null };
  country?: string | null;
}) {
  const lines = [props.street, placeLine(props.at), props.country].filter(Boolean);
  return lines.length === 0
    ? null
    : lines.map((line, i) => (
        <span key={i} className="below">
          {line}
        </span>
      ));
}

function hasAddress(at: { city?: string | null; state?: string | null; zip?: string | null }) {
  return Boolean(placeLine(at));
}

export function PersonContactCard({ person: whole }: { person: Person }) {
  const { person } = whole;
  const rows: [string, ReactNode][] = [
    ['Office phone', person.officePhone && <Phone number={person.officePhone} />],
    [
      'Other phones',
      person.otherOfficePhones?.length &&
        person.otherOfficePhones.map((number) => (
          <span key={number} className="below">
            <Phone number={number} />
          </span>
        )),
    ],
    ['Fax', person.officeFax],
    [
      'Work address',
      (person.workStreet ?? hasAddress(person)) && (
        <Address street={person.workStreet} at={person} country={person.country} />
      ),
    ],
    ['County', person.county],
    ['FEMA region', person.femaRegion],
    ['Web', person.url && <Web url={person.url} />],
    ['Interests', person.interests?.join(', ')],
  ];
  return <ContactFacts rows={rows} />;
}

export function OrganizationContactCard({ organization: whole }: { organization: Organization }) {
  const { organization } = whole;
  const rows: [string, ReactNode][] = [
    ['Office phone', organization.phone && <Phone number={organization.phone} />],
    [
      'Address',
      (organization.street ?? hasAddress(organization)) && (
        <Address street={organization.street} at={organization} country={organization.country} />
      ),
    ],
    ['County', organization.county],
    ['FEMA region', organization.femaRegion],
    ['Web', organization.url && <Web url={organization.url} />],
    ['Sits in', organization.departmentGroups?.join(', ')],
  ];
  return <ContactFacts rows={rows} />;
}

function ContactFacts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Card title="Contact" icon="letter">
      <div className="body">
        {rows.some(([, value]) => value) ? (
          <Facts rows={rows} />
        ) : (
          <p className="muted">
            Neither phone nor address is known. Correct the entry to add them.
          </p>
        )}
      </div>
    </Card>
  );
}

/** Private numbers and addresses; to whom they are withheld is told so, and whom to ask. */
export function PrivateContactCard({ person }: { person: Person }) {
  const contact = person.privateContact;
  const owner = person.owner;
  const rows = privateRows(contact);
  const any = rows.some(([, value]) => value);
  return (
    <Card title="Private contact" icon="lock">
      <div className="body">
        {person.privateContactWithheld ? (
          <p className="withheld">
            <Icon name="lock" />
            <span>
              <strong>Withheld from you.</strong> There are mobile or personal phone numbers, or
              e-mail addresses. Only {owner.component?.label ?? 'the owning component'}, the privacy
              officer and administrators see them. Ask {owner.user.label}.
            </span>
          </p>
        ) : any ? (
          <>
            <Facts rows={rows} />
            <p className="muted small">
              Seen by {owner.component?.label ?? 'the owning component'}, the privacy officer and
              administrators alone.
            </p>
          </>
        ) : (
          <p className="muted">No private number or e-mail address is noted.</p>
        )}
        {(person.otherPrivateContacts ?? []).map((each, index) => (
          <div key={each.component?.code ?? index}>
            <h3>Kept by {each.component?.label ?? 'another owner'}</h3>
            <Facts rows={privateRows(each.privateContact)} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function privateRows(contact: Person['privateContact']): [string, ReactNode][] {
  return [
    ['Mobile', list(contact?.mobilePhone, (number) => <Phone number={number} />)],
    ['Personal phone', list(contact?.personalPhone, (number) => <Phone number={number} />)],
    ['E-mail', list(contact?.email, (address) => <a href={`mailto:${address}`}>{address}</a>)],
    ['Messenger', list(contact?.instantMessenger, (name) => name)],
  ];
}

function list(values: readonly string[] | null | undefined, show: (value: string) => ReactNode) {
  return (
    values?.length &&
    values.map((value) => (
      <span key={value} className="below">
        {show(value)}
      </span>
    ))
  );
}

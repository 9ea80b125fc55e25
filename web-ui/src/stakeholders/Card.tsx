import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/Icon';

/** A card of a stakeholder's page. */
export function Card(props: {
  title: string;
  icon: IconName;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="card part" aria-label={props.title}>
      <header>
        <Icon name={props.icon} />
        <h2>{props.title}</h2>
        {props.actions}
      </header>
      {props.children}
    </section>
  );
}

/** A small button in the head of a card; its name says what it is about. */
export function CardButton(props: {
  icon: IconName;
  label: string;
  children: ReactNode;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="usa-button usa-button--outline small no-print"
      aria-label={props.label}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
      {props.children}
    </button>
  );
}

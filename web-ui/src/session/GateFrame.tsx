import type { ReactNode } from 'react';
import { Seal } from '../ui/Seal';

/** The sheet on which one signs in and affirms. */
export function GateFrame({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <div className="gate">
      <header className="gate-side">
        <span className="brand">
          <Seal />
          Chancery
        </span>
        <p className="line">Every letter in its place, and every place accounted for.</p>
        <p className="foot-note small">
          Correspondence, stakeholders and records in one house. Use is recorded.
        </p>
      </header>
      <main className={wide ? 'gate-main wide' : 'gate-main'}>
        <div>{children}</div>
      </main>
    </div>
  );
}

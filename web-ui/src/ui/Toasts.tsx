import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Icon } from './Icon';

export interface Toast {
  text: ReactNode;
  problem?: boolean;
  /** One thing to do about it; the toast stays long enough for that (20 s). */
  action?: { label: string; hint?: string; run: () => void };
}

interface Shown extends Toast {
  id: number;
}

interface ToastAccess {
  show(toast: Toast): void;
  /** Runs the action of the newest toast that has one; says whether there was one. */
  act(): boolean;
}

const ToastContext = createContext<ToastAccess | null>(null);

export function useToasts(): ToastAccess {
  const access = useContext(ToastContext);
  if (!access) {
    throw new Error('No toasts around this component');
  }
  return access;
}

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Shown[]>([]);
  const shown = useRef<Shown[]>([]);
  const next = useRef(1);

  const set = useCallback((list: Shown[]) => {
    shown.current = list;
    setToasts(list);
  }, []);
  const drop = useCallback((id: number) => set(shown.current.filter((t) => t.id !== id)), [set]);

  const access = useMemo<ToastAccess>(
    () => ({
      show(toast) {
        const id = next.current++;
        set([...shown.current.slice(-2), { ...toast, id }]);
        window.setTimeout(() => drop(id), toast.action || toast.problem ? 20_000 : 7_000);
      },
      act() {
        const newest = [...shown.current].reverse().find((t) => t.action);
        if (!newest?.action) {
          return false;
        }
        drop(newest.id);
        newest.action.run();
        return true;
      },
    }),
    [drop, set],
  );

  return (
    <ToastContext.Provider value={access}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={toast.problem ? 'toast problem' : 'toast'}>
            <p>{toast.text}</p>
            {toast.action && (
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                onClick={() => {
                  drop(toast.id);
                  toast.action?.run();
                }}
              >
                {toast.action.label}
                {toast.action.hint && (
                  <span className="visually-hidden"> ({toast.action.hint})</span>
                )}
              </button>
            )}
            <button
              type="button"
              className="icon-button"
              aria-label="Dismiss"
              onClick={() => drop(toast.id)}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}

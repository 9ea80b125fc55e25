import { useEffect, useRef } from 'react';

/** For a form in which the usual is chosen already: the keys are where Enter does it, as soon as it is on the page. */
export function useFocusOnSubmit() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus({ preventScroll: true });
  }, []);
  return form;
}

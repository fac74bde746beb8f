// A view that failed does not stand in the way of the next one.
import { expect, it } from 'vitest';
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx';

const next = (resetKey: string) =>
  ErrorBoundary.getDerivedStateFromProps(
    { children: null, resetKey },
    { resetKey: 'sign', ...{ failed: true, ...ErrorBoundary.getDerivedStateFromError() } },
  );

it('keeps the error while its view is shown, and clears it with another view', () => {
  expect(next('sign')).toBeNull();
  expect(next('verify')).toEqual({ failed: false, resetKey: 'verify' });
});

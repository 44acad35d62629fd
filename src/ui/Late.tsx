import { Component, type ReactNode, Suspense } from 'react';

interface LateProps {
  readonly children: ReactNode;
  /** while it is on its way */
  readonly fallback?: ReactNode;
  /** instead of what could not be fetched */
  readonly failed: ReactNode;
}

/** A part of the page that is fetched when it is asked for: without a connection the rest of the page stays as it is. */
export class Late extends Component<LateProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { children, fallback = null, failed } = this.props;
    return this.state.failed ? failed : <Suspense fallback={fallback}>{children}</Suspense>;
  }
}

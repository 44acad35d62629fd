import { Component, type ReactNode } from 'react';
import { labStore } from '../../store/labStore';
import { Broken } from './Broken';

interface Failure {
  readonly message: string;
}

interface BoundaryProps {
  readonly children: ReactNode;
  readonly onFailed?: (message: string) => void;
}

/** Round the whole page: when drawing it fails, words and ways on take its place instead of a blank. */
export class Boundary extends Component<BoundaryProps, { failure: Failure | null }> {
  override state: { failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown): { failure: Failure } {
    return { failure: { message: error instanceof Error ? error.message : String(error) } };
  }

  override componentDidCatch(): void {
    labStore.getState().pause();
    if (this.state.failure) this.props.onFailed?.(this.state.failure.message);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <Broken message={failure.message} /> : this.props.children;
  }
}

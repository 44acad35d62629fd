import { lazy, useEffect } from 'react';
import { useStore } from 'zustand';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import { followAddress, lessonDoor } from './lessonDoor';

const Opened = lazy(() => import('./Opened'));

/** A lesson, or what else the address asks for, in its place on the page; nothing without one. */
export function Lesson() {
  const isOpen = useStore(lessonDoor, (state) => state.isOpen);
  useEffect(() => {
    addEventListener('popstate', followAddress);
    return () => removeEventListener('popstate', followAddress);
  }, []);
  return isOpen ? (
    <Late failed={<NotLoaded />}>
      <Opened />
    </Late>
  ) : null;
}

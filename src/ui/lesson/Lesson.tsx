import { lazy } from 'react';
import { useStore } from 'zustand';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import { lessonDoor } from './lessonDoor';

const LessonCard = lazy(() => import('./openLesson').then(({ openAsked }) => openAsked()));

/** A lesson in its place on the page; nothing without one. */
export function Lesson() {
  const isOpen = useStore(lessonDoor, (state) => state.isOpen);
  return isOpen ? (
    <Late failed={<NotLoaded />}>
      <LessonCard />
    </Late>
  ) : null;
}

import { lazy } from 'react';
import { useStore } from 'zustand';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import { lessonDoor, type Part } from './lessonDoor';

const PARTS: Readonly<Record<Part, ReturnType<typeof lazy>>> = {
  lesson: lazy(() => import('./LessonCard')),
  card: lazy(() => import('../card/ChallengeCard')),
  make: lazy(() => import('../make/SetUp')),
};

/** What the address asks for, in a lesson's place. */
export default function Opened() {
  const { part = 'lesson' } = useStore(lessonDoor);
  const Asked = PARTS[part];
  return (
    <Late failed={<NotLoaded />}>
      <Asked key={part} />
    </Late>
  );
}

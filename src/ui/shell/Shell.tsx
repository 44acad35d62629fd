import app from '../App.module.css';
import { RunPanel } from '../controls/Controls';
import controls from '../controls/Controls.module.css';
import { LiveSliders } from '../controls/LoopSliders';
import { Speed } from '../controls/Speed';
import { Header } from '../header/Header';
import { Stage } from '../stage/Stage';

/**
 * What is seen of the page until its code runs: drawn when it is built, of the experiment that the bare address opens. Of another experiment
 * only what is true of any is shown (`src/start/before.js`, `shell.css`), and of all this nothing but Run can be pressed.
 */
export function Shell() {
  return (
    <div className={app.page} data-shell>
      <Header />
      <main className={app.body}>
        <div className={app.controls}>
          <RunPanel />
          <div className={controls.live} data-shell-part="settings">
            <LiveSliders />
            <Speed />
          </div>
        </div>
        <div className={app.right} data-shell-part="stage">
          <Stage />
        </div>
      </main>
    </div>
  );
}

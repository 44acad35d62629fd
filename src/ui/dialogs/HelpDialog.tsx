import { KEYS_HELP } from '../keyboard';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';

export function HelpDialog() {
  return (
    <Dialog title="What this is">
      <p>
        More and more of what is on the web was made by generative models, and the next models will be trained on it. MAD Lab shows what that does.
        Press Run: a model is trained on real data, a second one on what the first one made, a third on what the second made, and so on. Nothing is
        scripted or stored: every model is trained in this page while you watch.
      </p>
      <p>
        Three such loops run side by side on one clock. They differ in the real data that each new model may see: none, the same set again, or new
        real data every generation. The sliders act on the running loops, from the generation after the one shown.
      </p>
      <h3>Keys</h3>
      <dl className={styles.terms}>
        {KEYS_HELP.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

import { thousands } from '../../format';
import { hasOwnText, isTooLongForLink, MOST_TEXT_IN_LINK } from '../../store/ownText';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';

/** Beside a link: whether the reader's own text goes along. */
export function TextInLink() {
  const experiment = useLab(experimentOnScreen);
  if (!hasOwnText(experiment)) return null;
  if (isTooLongForLink(experiment))
    return (
      <p>
        The link leaves out your text: it has {thousands(experiment.text.length)} characters, and {thousands(MOST_TEXT_IN_LINK)} fit. Whoever opens
        the link is asked for the text. Save JSON under Export and send that file instead; whoever drops it on the page has it all.
      </p>
    );
  return (
    <p>
      The link holds your text, behind the # in it: no server receives that part, but whoever has the link can read it. The same goes for the QR code
      and for frames in a page.
    </p>
  );
}

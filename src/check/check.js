// Will MAD Lab run on this computer? Stands in its page as it is, for browsers of any age, the page's own code blocked or not: ES5 only.
(function () {
  /**
   * What the build puts into the page.
   * @typedef {object} About
   * @property {string} worker the engine's address
   * @property {{ simd: string, plain: string }} wasm
   * @property {string} data a file of digits
   * @property {{ experiment: object, scores: string[], title: string, generations: number }} points
   * @property {{ experiment: object, scores: string[] }} digits
   */
  /** @type {About} */
  var about = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('about')).textContent || '{}');
  var report = madLabReport;
  /** Generations and loops of a lesson on digits. */
  var LESSON = { generations: 8, loops: 2 };
  /** How long the page's other files may take before it begins without them. */
  var BEGIN_MS = 8000;
  var hasBegun = false;

  /** @param {number} took seconds of one generation of one loop */
  function digitWords(took) {
    var code = report.codeOf('D');
    var lesson = took * LESSON.generations * LESSON.loops;
    if (report.isBad('F')) return 'Digits and text do not: their data files do not come.';
    if (code === 'N') return 'Digits did not run.';
    if (code === 'L') return 'Digits are too slow here: show them on one fast computer, or take a recorded run where a lesson has one.';
    return (
      'Of digits, ' +
      LESSON.generations +
      ' generations in ' +
      LESSON.loops +
      ' loops take about ' +
      report.seconds(lesson) +
      (lesson <= 60 ? '.' : ': take a recorded run where a lesson has one.')
    );
  }

  /** @param {number} whole seconds of a run of the first preset */
  function pointWords(whole) {
    var what = report.isBad('F') ? 'Points' : 'Points and text';
    if (whole <= 15) return what + ' run well here.';
    return whole <= 60 ? what + ' run here, slowly.' : 'This computer is slow: take experiments with fewer generations, and one loop at a time.';
  }

  /** @param {number} took */
  function wordsOf(took) {
    if (report.isBad('B'))
      return 'MAD Lab does not run in this browser. Take a newer one: Chrome or Edge from 106 on, Safari from 16.4, Firefox from 115.';
    if (report.isBad('M') || report.isBad('W'))
      return (
        'MAD Lab does not run here: ' +
        (report.isBad('M') ? 'module scripts' : 'workers') +
        ' are blocked. Send the sentence below to whoever looks after the computers. Until then the page as one file, mad-lab.html, may run from a memory stick.'
      );
    if (report.codeOf('P') === 'N') return 'MAD Lab starts here, but its models did not. Try again; if that does not help, send the sentence below.';
    return pointWords(Number(report.codeOf('P'))) + ' ' + digitWords(took);
  }

  /**
   * What it comes to, once all is known.
   * @param {number} took
   */
  function conclude(took) {
    report.say(wordsOf(took));
    document.documentElement.setAttribute('data-done', '');
  }

  /** @param {Worker} worker */
  function runAll(worker) {
    /** @param {number} took */
    function end(took) {
      worker.terminate();
      conclude(took);
    }
    report.say('Trying a run…');
    madLabEngine.points(worker, about.points, function () {
      if (report.isBad('F')) return end(0);
      report.say('Trying digits…');
      madLabEngine.digits(worker, about.digits, end);
    });
  }

  function begin() {
    if (hasBegun) return;
    hasBegun = true;
    report.found('J', '1', 'Scripts of this site run.');
    madLabTries.atOnce();
    madLabTries.files(about.data, function () {
      madLabTries.wasm(about.wasm, function () {
        madLabEngine.start(about.worker, function (worker) {
          if (worker) runAll(worker);
          else conclude(0);
        });
      });
    });
  }

  /** @type {HTMLElement} */ (document.getElementById('again')).onclick = function () {
    location.reload();
  };
  report.say('Trying…');
  // module scripts run before this event, which never comes where one hangs
  addEventListener('load', begin);
  setTimeout(begin, BEGIN_MS);
})();

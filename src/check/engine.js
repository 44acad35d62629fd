// What the engine itself does here. Stands in its page as it is: ES5 only.
var madLabEngine = (function () {
  var found = madLabReport.found;
  var seconds = madLabReport.seconds;
  /** How long the engine may take to answer, and its runs. */
  var START_MS = 8000;
  var POINTS_MS = 4000;
  var DIGITS_MS = 25000;
  /** @type {Readonly<Record<string, string>>} */
  var RUNGS = { wasm: 'WebAssembly', webgl: 'WebGL', webgpu: 'WebGPU', cpu: 'the processor alone' };
  /** what it computes on, once that is known */
  var rung = '';

  /**
   * The engine itself, as the page starts it; null where it does not answer.
   * @param {string} address
   * @param {(worker: Worker | null) => void} then
   */
  function startEngine(address, then) {
    var isTold = false;
    /**
     * @param {Worker | null} worker
     * @param {string} why
     */
    function tell(worker, why) {
      if (isTold) return;
      isTold = true;
      if (worker) found('W', '1', 'The engine runs in a worker.');
      else
        found(
          'W',
          '0',
          'The engine’s worker does not start: ' + why + '.',
          'Workers (scripts in the background) have to be allowed for this site.',
          'module workers of this site do not start (' + why + ')'
        );
      then(worker);
    }
    if (!('Worker' in window)) return tell(null, 'this browser has none, or they are switched off');
    /** @type {Worker} */
    var worker;
    try {
      worker = new Worker(address, { type: 'module', name: 'mad-lab-engine' });
      worker.onmessage = function (event) {
        if (event.data && event.data.type === 'pong') tell(worker, '');
      };
      worker.onerror = function (event) {
        tell(null, String(event.message || 'its script does not arrive').slice(0, 120));
      };
      worker.postMessage({ type: 'open', baseUrl: document.baseURI });
      worker.postMessage({ type: 'ping' });
      setTimeout(function () {
        tell(null, 'it does not answer within ' + START_MS / 1000 + ' s');
      }, START_MS);
    } catch (error) {
      tell(null, String(/** @type {Error} */ (error).message || error).slice(0, 120));
    }
  }

  /**
   * Runs an experiment until its end, or as long as that may take.
   * @param {Worker} worker
   * @param {number} runId
   * @param {{ experiment: object, scores: string[] }} what
   * @param {number} generations
   * @param {number} mostMs
   * @param {(found: { generations: number, ms: number, last: number, problem: string }) => void} then
   */
  function measure(worker, runId, what, generations, mostMs, then) {
    var begun = Date.now();
    var counted = { generations: 0, ms: 0, last: 0, problem: '' };
    var isOver = false;
    function end() {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      worker.postMessage({ type: 'cancel', runId: runId });
      then(counted);
    }
    var timer = setTimeout(end, mostMs);
    worker.onerror = function (event) {
      counted.problem = String(event.message || 'the worker broke');
      end();
    };
    worker.onmessage = function (event) {
      var data = event.data || {};
      if (data.type === 'badge') rung = data.badge.rung;
      if (data.type === 'failed' && data.runId === runId) {
        counted.problem = String(data.message);
        end();
      }
      if (data.type !== 'generation' || data.runId !== runId) return;
      counted.generations = data.generation;
      counted.ms = Date.now() - begun;
      counted.last = data.elapsedMs;
      if (data.generation >= generations) end();
    };
    worker.postMessage({
      type: 'run',
      runId: runId,
      job: { experiment: what.experiment, from: 0, upTo: generations, want: [], scores: what.scores }
    });
  }

  /**
   * @param {Worker} worker
   * @param {{ experiment: object, scores: string[], title: string, generations: number }} what
   * @param {() => void} then
   */
  function checkPoints(worker, what, then) {
    var all = what.generations;
    measure(worker, 1, what, all, POINTS_MS, function (counted) {
      if (counted.generations === 0) {
        found(
          'P',
          'N',
          'The first preset did not run' + (counted.problem ? ': ' + counted.problem : ' within ' + POINTS_MS / 1000 + ' s') + '.',
          'Close other tabs, and try again.'
        );
        return then();
      }
      var whole = (counted.ms / 1000 / counted.generations) * all;
      var how =
        counted.generations < all
          ? counted.generations + ' of its ' + all + ' generations took ' + seconds(counted.ms / 1000) + ', so all take about ' + seconds(whole)
          : 'its ' + all + ' generations take ' + seconds(whole);
      found('P', String(Math.max(1, Math.round(whole))), 'The first preset, “' + what.title + '”: ' + how + ' here.');
      then();
    });
  }

  /**
   * @param {Worker} worker
   * @param {{ experiment: object, scores: string[] }} what
   * @param {(seconds: number) => void} then of one generation of one loop; 0 where none was computed
   */
  function checkDigits(worker, what, then) {
    measure(worker, 2, what, 2, DIGITS_MS, function (counted) {
      var on = rung in RUNGS ? ' (on ' + RUNGS[rung] + ')' : '';
      var took = counted.generations > 0 ? counted.last / 1000 : 0;
      if (counted.problem) found('D', 'N', 'Digits did not run: ' + counted.problem);
      else if (counted.generations === 0)
        found(
          'D',
          'L',
          'One generation of digits takes longer than ' + DIGITS_MS / 1000 + ' s here' + on + '.',
          'Show digits on one fast computer, or take a recorded run where a lesson has one.'
        );
      else
        found('D', took < 1 ? '1' : String(Math.round(took)), 'One generation of digits, in one loop, takes ' + seconds(took) + ' here' + on + '.');
      then(took);
    });
  }

  return { start: startEngine, points: checkPoints, digits: checkDigits };
})();

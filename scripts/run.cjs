// The first file of every npm command. Plain old JavaScript, so that an old Node.js can still read it and say what to install.
'use strict';
var spawn = require('child_process').spawn;
var path = require('path');

var ROOT = path.join(__dirname, '..');
var OLDEST = [22, 12]; // Astro 7 and Vite 8 need it
var READS_TYPESCRIPT = [22, 18]; // from here on, without a flag
var ORPHAN_CHECK_MS = 500;

function isOlder(version, than) {
  var parts = version.replace(/^v/, '').split('.').map(Number);
  return parts[0] < than[0] || (parts[0] === than[0] && parts[1] < than[1]);
}

/** One sentence for a Node.js that is too old, else an empty string. `version` as in `process.version`. */
function refusal(version) {
  if (!isOlder(version, OLDEST)) return '';
  return (
    'This project needs Node.js ' + OLDEST.join('.') + ' or newer, and this is ' + version +
    ': run "npm ci" (on Linux and on Windows with an x64 processor it brings Node.js 24 along), or install Node.js 24 from https://nodejs.org/.'
  );
}

/** The environment that every tool gets: no telemetry, and TypeScript read directly by a Node.js that still wants a flag for it. */
function toolEnvironment(version, environment) {
  var result = Object.assign({}, environment, { ASTRO_TELEMETRY_DISABLED: '1' });
  if (isOlder(version, READS_TYPESCRIPT)) {
    result.NODE_OPTIONS = ((environment.NODE_OPTIONS || '') + ' --experimental-strip-types --disable-warning=ExperimentalWarning').trim();
  }
  return result;
}

/** The JavaScript file behind a tool's name (`astro`), or the script itself (`scripts/start.ts`). */
function toolFile(name) {
  if (/\.[cm]?[jt]s$/.test(name)) return path.join(ROOT, name);
  var manifest = path.join(ROOT, 'node_modules', name, 'package.json');
  var bin = require(manifest).bin;
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}

function main(name, args) {
  var sentence = refusal(process.version);
  if (sentence) {
    console.error(sentence);
    process.exit(1);
  }
  var child = spawn(process.execPath, [toolFile(name)].concat(args), {
    cwd: ROOT,
    stdio: 'inherit',
    env: toolEnvironment(process.version, process.env),
  });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  // npm's shell does not pass a signal on: when it is gone, so is the reason for the tool, and its port is freed.
  var parent = process.ppid;
  setInterval(function () {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, ORPHAN_CHECK_MS).unref();
  child.on('exit', function (code, signal) {
    if (code !== null) process.exit(code);
    // End as the tool ended, so that the shell knows it was stopped.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

module.exports = { refusal: refusal, toolEnvironment: toolEnvironment, toolFile: toolFile };
if (require.main === module) main(process.argv[2], process.argv.slice(3));

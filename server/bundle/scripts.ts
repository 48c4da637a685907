/**
 * The three programs of a bundle, for any POSIX shell. They run with the bundle's own Node whatever
 * the machine has. `exec` keeps the process: its id is the server's, and signals reach it.
 */
const HERE = `#!/bin/sh
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
# A relative folder is meant from where one stands.
case "\${BIAOCHI_DATA:-/}" in
  /*) ;;
  *) export BIAOCHI_DATA="$PWD/$BIAOCHI_DATA" ;;
esac
pid_file="$here/biaochi.pid"
# The runtime needs it, and a small system does not have it.
export LD_LIBRARY_PATH="$here/runtime/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
if ! said=$("$here/runtime/node" --version 2>&1); then
  echo "$said" >&2
  echo "本机缺少运行所需的系统库（见上一行），例如 libatomic（Debian、Ubuntu：libatomic1）。" >&2
  echo "The system lacks a library that the runtime needs (the line above), such as libatomic (libatomic1 on Debian and Ubuntu)." >&2
  exit 1
fi
`;

/** Whether the id in the file is a server of this very bundle, and not one that reused the number. */
const RUNNING = `
running() {
  [ -f "$pid_file" ] || return 1
  pid=$(cat "$pid_file")
  [ "$(readlink "/proc/$pid/exe" 2>/dev/null)" = "$here/runtime/node" ]
}
`;

/** `./start` in front; `./start --background` until it answers, with its words in biaochi.log. */
export const START = `${HERE}${RUNNING}
if running; then
  echo "标尺已在运行（进程 $pid）。Biaochi is running already (process $pid)." >&2
  exit 1
fi
if [ "\${1:-}" = --background ]; then
  shift
  : >"$here/biaochi.log"
  "$0" "$@" >>"$here/biaochi.log" 2>&1 &
  began=$!
  while kill -0 "$began" 2>/dev/null; do
    if grep -q '^标尺 Biaochi' "$here/biaochi.log"; then
      sleep 1
      cat "$here/biaochi.log"
      exit 0
    fi
    sleep 1
  done
  cat "$here/biaochi.log" >&2
  exit 1
fi
echo $$ >"$pid_file"
cd "$here"
exec "$here/runtime/node" "$here/server/main.ts" "$@"
`;

/** Lets what was accepted finish, and waits for it. */
export const STOP = `${HERE}${RUNNING}
if ! running; then
  echo "标尺没有在运行。Biaochi is not running." >&2
  rm -f "$pid_file"
  exit 1
fi
kill -TERM "$pid"
waited=0
while running; do
  waited=$((waited + 1))
  if [ "$waited" -gt 30 ]; then
    echo "标尺30秒内没有停下（进程 $pid）。Biaochi did not stop within 30 s (process $pid)." >&2
    exit 1
  fi
  sleep 1
done
rm -f "$pid_file"
echo "标尺已停止。Biaochi has stopped."
`;

/** `./cli backup FILE` and all the others of `npm run cli`; paths are those of where one stands. */
export const CLI = `${HERE}
export BIAOCHI_DATA="\${BIAOCHI_DATA:-$here/data}"
exec "$here/runtime/node" "$here/server/cli.ts" "$@"
`;

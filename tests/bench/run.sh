#!/usr/bin/env bash
# Builds the benchmarks in Release, runs them all, and prints the table of README.md: bash tests/bench/run.sh
# About twelve minutes on two cores. Names after it run only those: bash tests/bench/run.sh bench_save
set -euo pipefail
cd "$(dirname "$0")/../.."
programs=("$@")
[ ${#programs[@]} -gt 0 ] || programs=(bench_save bench_unlock bench_search bench_sync bench_hub bench_screens)

cmake --preset release -DBUILD_TESTING=ON >/dev/null
cmake --build --preset release --target ourtable_hub "${programs[@]}" >&2

echo "$(date -u +%Y-%m-%d), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg) at the start, $(. /etc/os-release && echo "$PRETTY_NAME"), commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
echo
echo "| measure | ours | limit | ratio | target | met |"
echo "|---|---|---|---|---|---|"
for program in "${programs[@]}"; do
  "build/release/tests/bin/$program"
done
echo
echo "load $(cut -d' ' -f1-3 /proc/loadavg) at the end"

#!/bin/bash
# bench/blind/judge.sh: the blind questions and names, measured in a copy of this tree; totals only, no single question.
set -eu -o pipefail
tree=$(cd "$(dirname "$0")/../.." && pwd)
blind=$tree/bench/blind
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$tree"/{bench,corpus,src,package.json,tsconfig.json} "$copy"
ln -s "$tree/node_modules" "$copy/node_modules"
cd "$copy"

# In the place of the held-out half, among the texts of both.
cp -r "$blind/texts" bench/questions/texts/blind
cp "$blind/questions.jsonl" bench/questions/held-out.jsonl
npx node bench/quality.ts --texts | awk '/^## Own texts, /{on=/held-out/} on' | sed 's/Own texts, held-out/Blind questions/'

rm -rf bench/names/{texts,texts.jsonl,pairs.jsonl,lookups.jsonl}
cp -r "$blind"/names/* bench/names/
printf '\n## Blind names\n\n'
npx node bench/names.ts --set all

/** A server's library → zip files, a message each, for the one who asked; and what no message can hold. */
import { ComponentType } from 'discord.js';
import type { ExportPlan, LeftOut } from '../../store/export.ts';
import type { Keeper } from '../../store/keeper.ts';
import { accent, smallPrint, text } from '../parts.ts';
import { lineOf } from '../shorten.ts';
import { type LibraryPage, page } from './parts.ts';
import { libraryWords } from './words.ts';

const namedMax = 10;

/** One page a zip file, each made when it is asked for: no more than one is in memory. None for an empty library. */
export async function* exportPages(keeper: Keeper, server: string, bytesMax: number): AsyncGenerator<LibraryPage> {
  const plan = await keeper.planExport(server, bytesMax);
  for (const [at] of plan.parts.entries()) {
    const file = await keeper.exportPart(server, plan, at);
    yield {
      ...page(
        [
          text(headOf(plan, at)),
          { type: ComponentType.File, file: { url: `attachment://${file.name}` } },
          ...(at === 0 && plan.leftOut.length > 0 ? [text(leftOutOf(plan.leftOut, bytesMax))] : []),
        ],
        accent.answer,
      ),
      files: [file],
    };
  }
}

const headOf = ({ parts }: ExportPlan, at: number): string =>
  [
    `### ${libraryWords.exportTitle}`,
    `${libraryWords.exportPart(at + 1, parts.length)} · ${libraryWords.documents(parts[at]?.length ?? 0)}`,
    ...(at === 0 ? [smallPrint([libraryWords.exportHolds])] : []),
  ].join('\n');

function leftOutOf(leftOut: readonly LeftOut[], bytesMax: number): string {
  const listed = (head: string, files: readonly LeftOut[]): string[] => {
    if (files.length === 0) return [];
    const left = files.length - namedMax;
    const named = files
      .slice(0, namedMax)
      .map(({ bytes, name }) => `${lineOf(name, 60)} (${libraryWords.size(bytes)})`);
    return [`**${head}**`, ...named, ...(left > 0 ? [libraryWords.andMore(left)] : [])];
  };
  return [
    ...listed(
      libraryWords.leftOut(libraryWords.limit(bytesMax)),
      leftOut.filter(({ why }) => why === 'too large'),
    ),
    ...listed(
      libraryWords.damaged,
      leftOut.filter(({ why }) => why === 'damaged'),
    ),
  ].join('\n');
}

/** The keeper for who logs what goes wrong: its errors may name documents, which are nobody's business outside of their server. */
import type { LogLine } from '../../model.ts';
import type { Keeper } from '../../store/keeper.ts';
import { CalmError } from '../desk.ts';
import { ToldError } from '../told-error.ts';

/**
 * The same keeper; of its errors only the call, the system's code and the place in our code are told. What the disk or a
 * file is to blame for is told to who asked as well.
 */
export function quietKeeper(keeper: Keeper, log: LogLine): Keeper {
  const quiet = <Args extends readonly unknown[], Given>(name: string, call: (...args: Args) => Promise<Given>) => {
    return async (...args: Args): Promise<Given> => {
      try {
        return await call(...args);
      } catch (error) {
        if (error instanceof CalmError) throw error;
        const failure = `The keeper's “${name}” failed${aboutOf(error)}`;
        if (!isOutside(error)) throw new ToldError(failure);
        log(`${failure}: ${error.message}`, 'error');
        throw new CalmError(withoutServer(error.message));
      }
    };
  };
  return {
    info: quiet('info', keeper.info),
    documents: quiet('documents', keeper.documents),
    document: quiet('document', keeper.document),
    add: quiet('add', keeper.add),
    remove: quiet('remove', keeper.remove),
    restore: quiet('restore', keeper.restore),
    edit: quiet('edit', keeper.edit),
    set: quiet('set', keeper.set),
    planExport: quiet('planExport', keeper.planExport),
    exportPart: quiet('exportPart', keeper.exportPart),
    destroy: quiet('destroy', keeper.destroy),
    settled: quiet('settled', keeper.settled),
    servers: quiet('servers', keeper.servers),
    left: quiet('left', keeper.left),
    returned: quiet('returned', keeper.returned),
  };
}

/** By its name: an error that comes from another thread is no longer of its class. */
const isOutside = (error: unknown): error is Error => error instanceof Error && error.name === 'OutsideError';

/** Who asks knows which server they are in. */
const withoutServer = (sentence: string): string => sentence.replace(/ of server \d+/u, '');

function aboutOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error ? ` (${error.code})` : '';
  const place = /^\s+at .*?([\w.-]+\.ts:\d+)/mu.exec(error.stack ?? '')?.[1];
  return `: ${error.name}${code}${place ? ` in ${place}` : ''}`;
}

import { access, rm } from 'node:fs/promises';
import { claimFolder } from './claimFolder.ts';
import { Unready } from './installation.ts';
import { DATA } from './paths.ts';

try {
  if (
    await access(DATA).then(
      () => true,
      () => false,
    )
  )
    await claimFolder(DATA);
  await rm(DATA, { recursive: true, force: true });
  console.log(`Emptied ${DATA}. The next start makes the demo workspace anew.`);
} catch (error) {
  console.error(error instanceof Unready ? error.message : error);
  process.exit(1);
}

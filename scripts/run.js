// The one entry that must run on any Node: it says what is missing in one line, then hands over to the TypeScript beside it.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Touchstone needs Node 22.12 or newer; this is ${process.versions.node}. Run it by npm after "npm ci", which brings Node 24 on Linux and Windows.`,
  );
  process.exit(1);
}
const command = process.argv[2];
const known = ['start', 'dev', 'reset', 'build', 'test', 'test:full', 'check', 'size', 'bench', 'bench:widget'];
if (!known.includes(command)) {
  console.error(`Usage: npm run ${known.join(' | ')}`);
  process.exit(1);
}
if (process.features.typescript) {
  const elsewhere = {
    bench: '../bench/run.ts',
    'bench:widget': '../bench/widget/run.ts',
    'test:full': './test-full.ts',
  };
  await import(elsewhere[command] ?? `./${command}.ts`);
} else {
  // Node 22.12 strips types only when told to.
  const { spawn } = await import('node:child_process');
  const child = spawn(
    process.execPath,
    ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', process.argv[1], ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

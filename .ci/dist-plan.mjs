// What `npm run dist` is asked to make, and what this machine lacks for it. Nothing here changes anything.

/** Words of electron-builder's command line that name a system. */
const SYSTEMS = new Map([
  ['--mac', 'mac'],
  ['-m', 'mac'],
  ['-o', 'mac'],
  ['--macos', 'mac'],
  ['--win', 'win'],
  ['-w', 'win'],
  ['--windows', 'win'],
  ['--linux', 'linux'],
  ['-l', 'linux'],
]);
export const SYSTEM_NAMES = { mac: 'macOS', win: 'Windows', linux: 'Linux' };
const HOSTS = { darwin: 'mac', win32: 'win', linux: 'linux' };
const ARCHS = ['x64', 'arm64', 'universal', 'ia32', 'armv7l'];
/** The targets of electron-builder.yml that are packages of a distribution, and name who looks after them. */
const NAMING_A_MAINTAINER = ['deb', 'rpm'];

const no = (sentence) => ({ ok: false, sentence });

/**
 * Reads the words after `npm run dist --`, or says in one sentence why they cannot be done on this machine.
 * `--unsigned` is ours; everything else is passed on to electron-builder.
 */
export function readPlan(words, { platform, arch }) {
  const host = HOSTS[platform];
  if (host === undefined) return no(`Doorward is not packed on "${platform}": use macOS, Windows or Linux.`);
  const systems = new Set();
  const archs = new Set();
  const targets = [];
  const passed = [];
  let unsigned = false;
  let naming = false;
  for (const word of words) {
    const system = SYSTEMS.get(word);
    if (system !== undefined) systems.add(system);
    else if (word === '--unsigned') unsigned = true;
    else if (ARCHS.includes(word.slice(2)) && word.startsWith('--')) archs.add(word.slice(2));
    else if (naming && !word.startsWith('-')) {
      const [target, of] = word.split(':');
      targets.push(target);
      if (of !== undefined) archs.add(of);
    } else if (/^(-p|--publish|--prepackaged|--pd|--projectDir|--project)(=|$)/.test(word))
      return no(`"${word}" is not for this command: it packs this checkout and gives nothing out.`);
    else passed.push(word);
    naming = system !== undefined || (naming && !word.startsWith('-'));
  }
  if (systems.size > 1) return no('Name one system at a time: each is packed on a machine of its own.');
  const [system = host] = systems;
  if (system !== host)
    return no(
      `A package for ${SYSTEM_NAMES[system]} is made on ${SYSTEM_NAMES[system]}, because what it brings along and its signature come from there; this is ${SYSTEM_NAMES[host]}.`,
    );
  if (archs.size > 1) return no('Name one processor at a time, or "--universal" on macOS.');
  const [wanted = system === 'mac' ? 'universal' : arch] = archs;
  const possible = { mac: ['x64', 'arm64', 'universal'], win: ['x64'], linux: ['x64', 'arm64'] }[system];
  if (!possible.includes(wanted))
    return no(
      `There is no Doorward for ${SYSTEM_NAMES[system]} on ${wanted}: only for ${possible.join(', ')}.`,
    );
  if (system !== 'mac' && wanted !== arch)
    return no(`A package for ${wanted} is made on a machine with that processor; this one has ${arch}.`);
  return {
    ok: true,
    system,
    arch: wanted,
    /** The processors whose parts go into the package. */
    archs: wanted === 'universal' ? ['x64', 'arm64'] : [wanted],
    targets,
    folderOnly: passed.includes('--dir'),
    unsigned,
    passed,
  };
}

const given = (passed, start) => passed.some((word) => word.startsWith(start));

/**
 * What a signed package lacks, in a sentence, or undefined. `identities()` lists the certificates in the keychain of a
 * Mac.
 */
export function lacksCertificate(plan, env, identities) {
  if (plan.unsigned || plan.system === 'linux') return undefined;
  const otherwise = 'For a package to try out, that nobody else should get, add --unsigned.';
  if (plan.system === 'win') {
    const there =
      env.WIN_CSC_LINK ||
      env.CSC_LINK ||
      given(plan.passed, '-c.win.azureSignOptions.') ||
      given(plan.passed, '-c.win.signtoolOptions.certificate');
    return there
      ? undefined
      : `There is no certificate to sign with. Put its file (or its base64) into WIN_CSC_LINK and its password into WIN_CSC_KEY_PASSWORD, or give -c.win.azureSignOptions.… for Azure Trusted Signing. ${otherwise}`;
  }
  if (!env.CSC_LINK && !env.CSC_NAME && !identities().includes('Developer ID Application'))
    return `There is no "Developer ID Application" certificate to sign with. Install it in the keychain, or put its .p12 file (or its base64) into CSC_LINK and its password into CSC_KEY_PASSWORD. ${otherwise}`;
  const notary =
    (env.APPLE_API_KEY && env.APPLE_API_KEY_ID && env.APPLE_API_ISSUER) ||
    (env.APPLE_ID && env.APPLE_APP_SPECIFIC_PASSWORD && env.APPLE_TEAM_ID) ||
    env.APPLE_KEYCHAIN_PROFILE;
  return notary
    ? undefined
    : `There is nothing to have the app notarised with, and without that macOS refuses to open it. Set APPLE_API_KEY (the path of the .p8 file), APPLE_API_KEY_ID and APPLE_API_ISSUER. ${otherwise}`;
}

/** What packages of Linux distributions lack, in a sentence, or undefined. `has(program)` looks in PATH. */
export function lacksForLinux(plan, { author, homepage }, usual, has) {
  if (plan.system !== 'linux' || plan.folderOnly) return undefined;
  const made = plan.targets.length > 0 ? plan.targets : usual;
  const named = made.filter((target) => NAMING_A_MAINTAINER.includes(target));
  if (named.length === 0) return undefined;
  const maintainer = (author?.name && author?.email) || given(plan.passed, '-c.linux.maintainer=');
  const page = homepage || given(plan.passed, '-c.extraMetadata.homepage=');
  if (!maintainer || !page)
    return `A package of the kind ${named.join(' and ')} names its maintainer and a homepage, and package.json has none. Fill in "author" (with "name" and "email") and "homepage" there, or make another kind: npm run dist -- --linux AppImage.`;
  if (named.includes('rpm') && !has('rpmbuild'))
    return 'A package of the kind rpm needs the program rpmbuild (Debian: apt-get install rpm).';
  return undefined;
}

/** The command line of electron-builder for this plan. */
export function builderWords(plan, { updatesUrl }) {
  const words = ['--config', 'electron-builder.yml', `--${plan.system}`, ...plan.targets, `--${plan.arch}`];
  if (plan.system !== 'linux') {
    // "-" is a signature without a name: an Apple processor runs nothing that has none at all.
    if (!plan.unsigned) words.push('-c.forceCodeSigning=true');
    else if (plan.system === 'mac')
      words.push('-c.mac.identity=-', '-c.mac.hardenedRuntime=false', '-c.mac.notarize=false');
  }
  if (updatesUrl !== undefined) words.push('-c.publish.provider=generic', `-c.publish.url=${updatesUrl}`);
  return [...words, ...plan.passed, '--publish', 'never'];
}

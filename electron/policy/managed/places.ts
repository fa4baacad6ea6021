/** Where each system keeps what an organisation has set (DESIGN §4). */
export const LINUX_FOLDER = '/etc/doorward';
export const LINUX_FILE = `${LINUX_FOLDER}/policy.json`;

/** The app's identifier, and so the domain of its managed settings. */
export const MACOS_DOMAIN = 'app.doorward.desktop';
export const MACOS_FOLDER = '/Library/Managed Preferences';

/** More than any policy needs; what is larger is refused unread. */
export const MAX_POLICY_BYTES = 1024 * 1024;

/**
 * A program of Windows by the kernel's own name for the system folder, since the variable SystemRoot is the user's to
 * set (attack: a program of that name elsewhere); then by where it usually is.
 */
export const systemProgram = (file: string): readonly string[] => [
  `\\\\?\\GLOBALROOT\\SystemRoot\\System32\\${file}`,
  `C:\\Windows\\System32\\${file}`,
];

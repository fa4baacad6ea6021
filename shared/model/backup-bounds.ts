/** Characters of the text of a backup. What one front end was given, each other one can hand back in one request. */
export const MAX_BACKUP_CHARS = 900_000;

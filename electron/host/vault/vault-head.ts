import type { VaultPorts } from '../../vault/vault.ts';
import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';

/** Keeps in the sealed state which vault file was written last. A row that does not count says nothing. */
export function vaultHead(rows: SealedRows): VaultPorts['head'] {
  const table = sealedTable('choices');
  const keys = ['vault-head'];
  const found = rows.load(table).find((row) => row.keys[0] === keys[0]);
  let head = found?.counts === true && typeof found.values[0] === 'string' ? found.values[0] : undefined;
  return {
    get: () => head,
    set(next) {
      rows.put(table, keys, [next]);
      head = next;
    },
  };
}

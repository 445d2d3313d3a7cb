package dev.whetstone.store.sql;

/// When a committed transaction is safe.
public enum Durability {
    /// On the disk before the commit returns (`synchronous=FULL`): whatever a person confirmed.
    ON_COMMIT,
    /// On the disk with the next full commit or checkpoint (`synchronous=NORMAL`): a crash of the
    /// program loses nothing, a power cut may lose the last moments. For drafts.
    SOON
}

package dev.whetstone.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How SQLite keeps a transaction recoverable.
public enum Journal {
    WRITE_AHEAD,
    ROLLBACK;

    private static final List<String> NETWORK =
            List.of(
                    "nfs",
                    "cifs",
                    "smb",
                    "smbfs",
                    "afpfs",
                    "webdav",
                    "davfs",
                    "sshfs",
                    "ncpfs",
                    "9p",
                    "glusterfs",
                    "ceph",
                    "lustre");

    /// The journal that works for files of `folder`.
    public static Journal forFolder(Path folder) throws IOException {
        return forFileSystem(Files.getFileStore(folder).type());
    }

    /// @param type the file system's name as the operating system gives it, e.g. `ext4`, `nfs4`,
    ///     `fuse.sshfs`
    public static Journal forFileSystem(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        String bare = name.startsWith("fuse.") ? name.substring("fuse.".length()) : name;
        return NETWORK.stream().anyMatch(bare::startsWith) ? ROLLBACK : WRITE_AHEAD;
    }
}

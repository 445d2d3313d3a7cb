package dev.whetstone.store.sql;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One writing connection behind a lock, and as many reading ones as threads read at once. A read
/// sees one moment of the file; a read inside a write of the same thread sees that write.
public final class Database implements AutoCloseable {
    private final Connections connections;
    private final Sql writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ConcurrentLinkedQueue<Sql> idleReaders = new ConcurrentLinkedQueue<>();
    private Durability durability = Durability.ON_COMMIT;
    private boolean broken;
    private volatile boolean closed;

    private Database(Connections connections, Sql writer) {
        this.connections = connections;
        this.writer = writer;
    }

    public static Database create(Connections connections) {
        return open(connections, Connections.Missing.CREATE);
    }

    public static Database open(Connections connections) {
        return open(connections, Connections.Missing.REFUSE);
    }

    private static Database open(Connections connections, Connections.Missing missing) {
        try {
            return new Database(connections, connections.writer(missing));
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Sets the journal mode, which is kept in the file; called once the file is known to be ours.
    public void settle() {
        if (connections.access() == Access.READ) {
            return;
        }
        try {
            connections.setJournal(writer);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Runs `work` in one transaction, or as part of the transaction that this thread is in; when
    /// it returns, what it wrote is committed. An exception, also one that was caught inside an
    /// outer transaction, rolls everything back.
    public <T extends @Nullable Object> T write(Durability wanted, SqlWork<T> work) {
        checkWritable();
        writing.lock();
        try {
            if (writing.getHoldCount() > 1) {
                return joined(work);
            }
            checkOpen();
            synchronous(wanted);
            return transaction("BEGIN IMMEDIATE", work);
        } catch (SQLException e) {
            throw Failures.of(e);
        } finally {
            writing.unlock();
        }
    }

    /// Runs `work` alone on the writing connection, outside any transaction.
    public <T extends @Nullable Object> T exclusively(SqlWork<T> work) {
        writing.lock();
        try {
            checkOpen();
            return work.run(writer);
        } catch (SQLException e) {
            throw Failures.of(e);
        } finally {
            writing.unlock();
        }
    }

    /// Runs `work` in a transaction that is rolled back at the end.
    public <T extends @Nullable Object> T rehearse(SqlWork<T> work) {
        checkWritable();
        return exclusively(
                sql -> {
                    sql.execute("BEGIN IMMEDIATE");
                    try {
                        return work.run(sql);
                    } finally {
                        rollBack(sql);
                    }
                });
    }

    /// Runs `work` in one transaction that keeps even readers out.
    public <T extends @Nullable Object> T exclusiveTransaction(SqlWork<T> work) {
        return exclusively(sql -> transaction("BEGIN EXCLUSIVE", work));
    }

    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        try {
            if (writing.isHeldByCurrentThread()) {
                return work.run(writer);
            }
            checkOpen();
            Sql reader = idleReaders.poll();
            if (reader == null) {
                reader = connections.reader();
            }
            T result = readWith(reader, work);
            giveBack(reader);
            return result;
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private <T extends @Nullable Object> T joined(SqlWork<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.run(writer);
            done = true;
            return result;
        } finally {
            broken |= !done;
        }
    }

    private <T extends @Nullable Object> T transaction(String begin, SqlWork<T> work)
            throws SQLException {
        broken = false;
        writer.execute(begin);
        boolean committed = false;
        try {
            T result = work.run(writer);
            if (broken) {
                throw new StoreException(
                        StoreError.CONFLICT, "a part of the transaction failed; nothing was saved");
            }
            writer.execute("COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(writer);
            }
        }
    }

    private static <T extends @Nullable Object> T readWith(Sql reader, SqlWork<T> work)
            throws SQLException {
        boolean done = false;
        try {
            reader.execute("BEGIN");
            T result = work.run(reader);
            reader.execute("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                reader.close();
            }
        }
    }

    private void giveBack(Sql reader) throws SQLException {
        idleReaders.add(reader);
        if (closed && idleReaders.remove(reader)) {
            reader.close();
        }
    }

    private void synchronous(Durability wanted) throws SQLException {
        if (wanted != durability) {
            writer.execute(
                    "PRAGMA synchronous = " + (wanted == Durability.ON_COMMIT ? "FULL" : "NORMAL"));
            durability = wanted;
        }
    }

    private static void rollBack(Sql sql) throws SQLException {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            // After some errors (disk full) SQLite has rolled back by itself.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    private void checkWritable() {
        if (connections.access() == Access.READ) {
            throw new StoreException(
                    StoreError.LOCKED, "the project was opened for reading and cannot be changed");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new StoreException(StoreError.IO, "the project is closed");
        }
    }

    /// Waits for the running write, then closes every connection.
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            Sql reader = idleReaders.poll();
            while (reader != null) {
                reader.close();
                reader = idleReaders.poll();
            }
            writer.close();
        } catch (SQLException e) {
            throw Failures.of(e);
        } finally {
            writing.unlock();
        }
    }
}

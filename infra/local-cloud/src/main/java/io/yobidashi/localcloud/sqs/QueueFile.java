package io.yobidashi.localcloud.sqs;

import io.yobidashi.localcloud.store.CorruptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.elasticmq.persistence.sql.DB;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scalikejdbc.ConnectionPool;
import scalikejdbc.DataSourceConnectionPool;
import scalikejdbc.DataSourceConnectionPoolSettings;
import scalikejdbc.GlobalSettings;
import scalikejdbc.LoggingSQLAndTimeSettings;

/**
 * The H2 database in which ElasticMQ's SQL persistence keeps queues and messages. That knows one connection pool per JVM,
 * so only one such file can be open at a time.
 */
final class QueueFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueFile.class);

    /**
     * A change is written before its statement returns, and room in the file is used again at once. Closing is ours: H2's
     * own shutdown hook would close it while the last requests are served.
     */
    private static final String OPTIONS = ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;MAX_LENGTH_INPLACE_LOB=8192";

    private static final AtomicBoolean IN_USE = new AtomicBoolean();

    private final JdbcConnectionPool connections;

    private QueueFile(JdbcConnectionPool connections) {
        this.connections = connections;
    }

    /**
     * Opens the file, made if absent.
     *
     * @param file its name ends with {@code .mv.db}, as H2 wants it
     * @throws IllegalStateException if this or another process has it open, with one line
     * @throws CorruptFile if it has to be set aside; damage may also show only when the tables are read
     */
    static QueueFile open(Path file) {
        if (!IN_USE.compareAndSet(false, true)) {
            throw new IllegalStateException("Only one SQS server of a process can keep its messages, and one does so "
                    + "already; close it first, or let this one keep nothing");
        }
        try {
            return connected(file);
        } catch (RuntimeException e) {
            IN_USE.set(false);
            throw e;
        }
    }

    /** The way in for ElasticMQ's repositories. */
    DB database() {
        silenceStatements();
        DB database = new DB(new SqlQueuePersistenceConfig(true, "org.h2.Driver", "jdbc:h2:mem:", "", "", false));
        ConnectionPool.singleton(
                new DataSourceConnectionPool(connections, new DataSourceConnectionPoolSettings(null), () -> {}));
        return database;
    }

    @Override
    public void close() {
        shutDown("SHUTDOWN");
    }

    /** Lets go of a file that turned out to be corrupt, writing nothing more to it. */
    void abandon() {
        shutDown("SHUTDOWN IMMEDIATELY");
    }

    private void shutDown(String command) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            LOG.warn("The queues' file was not closed well, which the next start makes good: {}", e.getMessage());
        } finally {
            connections.dispose();
            IN_USE.set(false);
        }
    }

    private static QueueFile connected(Path file) {
        CorruptFile.check(file);
        String name = file.toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
        JdbcConnectionPool connections = JdbcConnectionPool.create("jdbc:h2:file:" + name + OPTIONS, "", "");
        try {
            connections.getConnection().close();
            return new QueueFile(connections);
        } catch (SQLException e) {
            connections.dispose();
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new IllegalStateException(file + " is in use by another process", e);
            }
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException(file + " cannot be made: " + e.getMessage(), e);
            }
            throw new CorruptFile(e);
        }
    }

    /** ElasticMQ's repositories would log message bodies with a failed statement, and measure each. */
    private static void silenceStatements() {
        GlobalSettings.loggingSQLErrors_$eq(false);
        GlobalSettings.loggingSQLAndTime_$eq(LoggingSQLAndTimeSettings.apply(
                false, true, false, 0, "debug", false, 0, "warn", Option.empty(), Option.empty()));
    }
}

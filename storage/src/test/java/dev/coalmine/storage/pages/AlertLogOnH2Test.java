package dev.coalmine.storage.pages;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

class AlertLogOnH2Test extends AlertLogKit {

    private final Path folder;

    AlertLogOnH2Test(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    DataSource emptyDatabase() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:%s/%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0"
                .formatted(folder, UUID.randomUUID()));
        return database;
    }

    @Override
    String vendor() {
        return "h2";
    }
}
